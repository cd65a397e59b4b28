"""Making, changing and ending accounts. Whoever asks has been asked whether they may."""

from collections.abc import Iterable
from typing import Any

from allauth.usersessions.models import UserSession
from django.db import transaction

from hereabouts.doors.web.accounts import session_life
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.clock import CLOCK
from hereabouts.doors.web.accounts.models import Account, Invitation, RoleHeld
from hereabouts.doors.web.accounts.wanted_person import WantedPerson
from hereabouts.errors import AccessError
from hereabouts.model.person import Role

Roles = frozenset[tuple[str, Role]]
NEW, CHANGED, SAME, REFUSED = "new", "changed", "same", "refused"


def keep_person(wanted: WantedPerson, *, by: str) -> tuple[Account, str]:
    """The account of a person, made or changed to what is wanted.

    Returns:
        The account, and `new`, `changed` or `same`.
    """
    account = Account.objects.filter(email=wanted.email).first()
    if account is None:
        account = Account.objects.make(wanted.email, **_facts(wanted))
        hold(account, wanted.roles, by=by)
        return account, NEW
    differs = any(getattr(account, name) != value for name, value in _facts(wanted).items())
    for name, value in _facts(wanted).items():
        setattr(account, name, value)
    account.save()
    has_changed = hold(account, wanted.roles, by=by) or differs
    return account, CHANGED if has_changed else SAME


def roles_of(account: Any) -> Roles:
    """What they hold, as pairs of domain and role."""
    return frozenset((held.domain, Role(held.role)) for held in account.roles_held.all())


def hold_only(account: Account, roles: Roles) -> Roles | None:
    """Let them hold `roles` and no others; what they held before, or None if nothing changed."""
    before = roles_of(account)
    if before == roles:
        return None
    with transaction.atomic(savepoint=False):
        if before:
            account.roles_held.all().delete()
        RoleHeld.objects.bulk_create(
            RoleHeld(account=account, domain=domain, role=role.value) for domain, role in roles
        )
    return before


def hold(account: Account, roles: Roles, *, by: str, durable: bool = True) -> bool:
    """The same, and it is in the log; whether anything changed."""
    before = hold_only(account, roles)
    if before is None:
        return False
    said = {"before": written(before), "now": written(roles)}
    about = f"account:{account.public_id}"
    record("account.roles-changed", by=by, about=about, detail=said, durable=durable)
    return True


def written(roles: Iterable[tuple[str, Role]]) -> str:
    """Roles as a spreadsheet says them."""
    return "; ".join(sorted(f"{domain}:{role}" for domain, role in roles))


def end_account(account: Account, *, by: str) -> None:
    """Nobody signs in with it from this moment, and every session of it ends."""
    account.is_active, account.ended_at = False, CLOCK.moment()
    account.save(update_fields=["is_active", "ended_at"])
    Invitation.objects.filter(account=account, used_at=None).update(expires_at=CLOCK.moment())
    for one in UserSession.objects.filter(user=account):
        session_life.end(one.session_key)
    record("account.ended", by=by, about=f"account:{account.public_id}")


def find_account(named: str) -> Account:
    """The account of an e-mail address or of a person's id.

    Raises:
        AccessError: A123 there is none.
    """
    wanted = named.strip().lower()
    found = next(
        (one for one in Account.objects.all() if wanted in (one.email, str(one.public_id))), None
    )
    if found is None:
        raise AccessError(
            "nobody has an account by that name",
            code="A123",
            do="see who there is with `hereabouts accounts list`",
        )
    account: Account = found
    return account


def _facts(wanted: WantedPerson) -> dict[str, Any]:
    return {
        "name": wanted.name,
        "organisation": wanted.organisation,
        "training_valid_to": wanted.training_valid_to,
    }
