"""Invitations: a signed link that works once, for two weeks."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.signing import BadSignature, Signer
from django.db import transaction

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.accounts.clock import CLOCK
from hereabouts.doors.web.accounts.models import Account, Invitation
from hereabouts.errors import AccessError

LASTS = timedelta(days=14)
_SALT = "hereabouts.accounts.invitation"
LOCAL = "http://127.0.0.1:8000"
SUBJECT = "[Hereabouts] Set up your account"
WORDS = """\
You have been invited to sign in at {address}

Set up your account within two weeks, by this link, which works once:

{link}

You will choose a password and set up a second step: an authenticator app or a passkey. If your
organisation has single sign-on here, you can sign in with that instead.

If you did not expect this, do nothing.
"""


def invite(accounts: Iterable[Account], *, now: datetime) -> list[Invitation]:
    """A new invitation for each; those from before no longer work."""
    invited = list(accounts)
    Invitation.objects.filter(account__in=invited, used_at=None).update(expires_at=now)
    made: list[Invitation] = Invitation.objects.bulk_create(
        Invitation(account=one, made_at=now, expires_at=now + LASTS) for one in invited
    )
    return made


def link_of(invitation: Invitation) -> str:
    """The address that sets up the account. Whoever has it can: it is for one person alone."""
    return f"{site_address()}/account/invitation/{token_of(invitation)}/"


def token_of(invitation: Invitation) -> str:
    """What the link is told apart by; nobody can make one up without the site's key."""
    token: str = Signer(salt=_SALT).sign(str(invitation.id))
    return token


def find(token: str) -> Invitation:
    """The invitation of a link that still works.

    Raises:
        AccessError: A117 it was never made here, was used, or is too old. All are one to whoever
            asks, so that a link says nothing of whom it was for.
    """
    try:
        named = Signer(salt=_SALT).unsign(token)
    except BadSignature as fault:
        raise _no_longer() from fault
    found: Invitation | None = Invitation.objects.select_related("account").filter(id=named).first()
    good = (
        found is not None
        and found.used_at is None
        and CLOCK.moment() < found.expires_at
        and found.account.is_active
    )
    if found is None or not good:
        raise _no_longer()
    return found


@transaction.atomic
def accept(invitation: Invitation, password: str) -> Account:
    """Give the account its password. Of two who come at once, one is refused.

    Raises:
        AccessError: A117 somebody was faster.
    """
    from allauth.account.models import EmailAddress  # noqa: PLC0415  # once Django is ready

    used = Invitation.objects.filter(id=invitation.id, used_at=None).update(used_at=CLOCK.moment())
    if not used:
        raise _no_longer()
    account: Account = invitation.account
    account.set_password(password)
    account.save()
    # The link came to this address, so whoever opened it reads it.
    EmailAddress.objects.update_or_create(
        user=account, email=account.email, defaults={"verified": True, "primary": True}
    )
    return account


def send(invitations: Iterable[Invitation]) -> int:
    """Send each by e-mail, over one connection.

    Returns:
        How many were sent: none where this site sends no e-mail.
    """
    if not sends_mail():
        return 0
    letters = [_letter(one) for one in invitations]
    sent: Any = get_connection().send_messages(letters) if letters else 0
    return int(sent or 0)


def sends_mail() -> bool:
    """Whether this site sends any; without it, a link is passed on by whoever invites."""
    return _accounts().mail is not None


def site_address() -> str:
    """The site's, without a slash; this machine's where it is not said."""
    return _accounts().address or LOCAL


def _letter(invitation: Invitation) -> EmailMessage:
    words = WORDS.format(address=site_address(), link=link_of(invitation))
    return EmailMessage(
        subject=SUBJECT,
        body=words,
        to=[invitation.account.email],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _accounts() -> Accounts:
    found: Accounts = settings.HEREABOUTS_ACCOUNTS
    return found


def _no_longer() -> AccessError:
    return AccessError(
        "this invitation does not work, or no longer does",
        code="A117",
        do="open the whole link as it was sent, or ask for a new invitation",
    )
