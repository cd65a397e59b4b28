"""What whoever runs the site does with accounts: each gives rows to print."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

from allauth.mfa.models import Authenticator

from hereabouts.doors.web.accounts import invitations
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.clock import CLOCK
from hereabouts.doors.web.accounts.keeping_people import (
    CHANGED,
    NEW,
    REFUSED,
    SAME,
    end_account,
    find_account,
    keep_person,
    roles_of,
    written,
)
from hereabouts.doors.web.accounts.models import Account
from hereabouts.doors.web.accounts.onboarding import onboard
from hereabouts.doors.web.accounts.people_sheet import read_sheet
from hereabouts.doors.web.accounts.wanted_person import parse_person
from hereabouts.errors import AccessError, one_error

Row = dict[str, Any]
OUTCOMES = (NEW, CHANGED, SAME, REFUSED)


def invite_one(said: Mapping[str, str], organisations: Collection[str], *, by: str) -> Row:
    """Make or change one account, and invite them.

    Raises:
        AccessError: A123 what is said of them is not right, or their account has ended.
    """
    wanted, wrong = parse_person(said, organisations)
    if wanted is None:
        raise one_error([_refused(words) for words in wrong])
    ended = Account.objects.filter(email=wanted.email, is_active=False).exists()
    if ended:
        raise _refused("email: this account has ended")
    account, outcome = keep_person(wanted, by=by)
    (invitation,) = invitations.invite([account], now=CLOCK.moment())
    record("account.invited", by=by, about=f"account:{account.public_id}")
    sent = invitations.send([invitation])
    return {
        "id": str(account.public_id),
        "outcome": outcome,
        "link": "" if sent else invitations.link_of(invitation),
        "expires_at": invitation.expires_at.date().isoformat(),
    }


def import_file(
    content: bytes, organisations: Collection[str], *, dry_run: bool, by: str
) -> list[Row]:
    """What became of each row of a spreadsheet of people.

    Raises:
        AccessError: A124 it is no such spreadsheet.
    """
    told = onboard(read_sheet(content), organisations, dry_run=dry_run, by=by)
    return [asdict(one) for one in told]


def listed() -> list[Row]:
    """Everybody, in the order of their addresses."""
    enrolled = set(
        Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES).values_list(
            "user_id", flat=True
        )
    )
    everybody = Account.objects.prefetch_related("roles_held").order_by("email")
    return [_row(account, is_enrolled=account.pk in enrolled) for account in everybody]


def end_one(named: str, *, by: str) -> Row:
    """End an account.

    Raises:
        AccessError: A123 nobody has that one.
    """
    account = find_account(named)
    end_account(account, by=by)
    return _row(account, is_enrolled=False)


def _row(account: Any, *, is_enrolled: bool) -> Row:
    return {
        "id": str(account.public_id),
        "email": account.email,
        "name": account.name,
        "organisation": account.organisation,
        "roles": written(roles_of(account)),
        "training_valid_to": account.training_valid_to,
        "state": _state(account, is_enrolled=is_enrolled),
    }


def _state(account: Any, *, is_enrolled: bool) -> str:
    if not account.is_active:
        return "ended"
    return "set up" if is_enrolled or account.last_login else "invited"


def _refused(words: str) -> AccessError:
    return AccessError(
        f"this person cannot have an account: {words}",
        code="A123",
        do="correct it; roles are written as domain:role, separated by semicolons",
    )
