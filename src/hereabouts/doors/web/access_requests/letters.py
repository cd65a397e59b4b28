"""Telling people of requests by e-mail: that there is something to see here, and no more."""

from collections.abc import Iterable

from django.core.mail import EmailMessage, get_connection

from hereabouts.doors.web.access_requests.models import AccessRequest
from hereabouts.doors.web.accounts.invitations import sends_mail, site_address
from hereabouts.doors.web.accounts.models import Account

ASKED = "Somebody asks for data that you answer for"
ANSWERED = "Your request for data has been answered"
WAITS = "A request for data still waits for you"
ENDS = "Your access to data is about to end"
WORDS = "{says}.\n\nSign in to see it:\n\n{link}\n"


def tell(people: Iterable[Account], says: str, request: AccessRequest) -> int:
    """Write to each of them.

    Returns:
        How many letters were sent: none where this site sends no e-mail.
    """
    if not sends_mail():
        return 0
    link = f"{site_address()}/account/requests/{request.id}/"
    written = [
        EmailMessage(
            subject=f"[Hereabouts] {says}",
            body=WORDS.format(says=says, link=link),
            to=[one.email],
            headers={"Auto-Submitted": "auto-generated"},
        )
        for one in people
    ]
    return int(get_connection().send_messages(written) or 0) if written else 0
