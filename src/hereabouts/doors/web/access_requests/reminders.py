"""Reminding: approvers of what waits for them, and people of what is about to end."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from hereabouts.doors.web.access_requests import letters
from hereabouts.doors.web.access_requests.deciding import decides
from hereabouts.doors.web.access_requests.models import AccessRequest, GrantHeld
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.models import Account
from hereabouts.govern.access.standing import Access
from hereabouts.govern.requests.steps import WAITING

WAITED = timedelta(days=3)  # before approvers are reminded, and between two reminders
BEFORE_END = timedelta(days=14)  # of a grant


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing that somebody was reminded of."""

    about: str  # waits | ends
    product: str
    request: str
    people: int  # who are reminded
    letters: int  # sent; none where the site sends no e-mail


def remind(access: Access) -> list[Reminder]:
    """Remind everybody who is due to be. To be run daily."""
    now = access.now()
    return [*_of_waiting(access, now), *_of_ending(now)]


def _of_waiting(access: Access, now: datetime) -> list[Reminder]:
    due = AccessRequest.objects.select_related("asker").filter(
        Q(reminded_at=None) | Q(reminded_at__lte=now - WAITED),
        state__in=[state.value for state in WAITING],
        made_at__lte=now - WAITED,
    )
    people = list(Account.objects.filter(is_active=True).prefetch_related("roles_held"))
    made = []
    for request in due:
        deciders = [one for one in people if decides(access, one, request)]
        made.append(_remind("waits", letters.WAITS, request, deciders))
        AccessRequest.objects.filter(id=request.id).update(reminded_at=now)
    return made


def _of_ending(now: datetime) -> list[Reminder]:
    ending = GrantHeld.objects.select_related("request__asker").filter(
        reminded_at=None, revoked_at=None, ends__gt=now, ends__lte=now + BEFORE_END
    )
    made = []
    for grant in ending:
        made.append(_remind("ends", letters.ENDS, grant.request, [grant.request.asker]))
        GrantHeld.objects.filter(id=grant.id).update(reminded_at=now)
    return made


def _remind(about: str, says: str, request: AccessRequest, people: list[Account]) -> Reminder:
    sent = letters.tell(people, says, request)
    record(
        "request.reminded",
        by="system",
        about=f"product:{request.product}",
        detail={"request": str(request.id), "of": about, "people": len(people)},
    )
    return Reminder(
        about=about,
        product=request.product,
        request=str(request.id),
        people=len(people),
        letters=sent,
    )
