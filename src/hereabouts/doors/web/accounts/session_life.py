"""How long a session lasts: half an hour without a request, and twelve hours at most.

Source: OWASP ASVS 5.0, V7.3 (inactivity and absolute timeouts); NIST SP 800-63B, AAL2.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from allauth.account.internal.flows.login import get_authentication_records
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore

from hereabouts.doors.web.accounts.clock import CLOCK

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=12)
LONDON = ZoneInfo("Europe/London")
#: Being seen is written down once in so long: a page of many parts is one write.
SEEN_EVERY = timedelta(minutes=1)
BEGAN = "began_at"
#: What stands for a second factor among the ways that somebody showed who they are.
STRONG = frozenset({"mfa", "socialaccount"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """When a session began, and was last seen."""

    began: datetime
    seen: datetime

    @property
    def ends_at(self) -> datetime:
        """When it ends, if nothing more is asked."""
        return min(self.began + ABSOLUTE, self.seen + IDLE)

    def ended(self, now: datetime) -> str:
        """Why it has ended: `idle` or `absolute`; empty while it lasts."""
        if now >= self.began + ABSOLUTE:
            return "absolute"
        return "idle" if now >= self.seen + IDLE else ""


def life_of(session: Any) -> Life | None:
    """The life of a session that somebody is signed in by; None for any other, or once ended."""
    began = session.get(BEGAN)
    row = UserSession.objects.filter(session_key=session.session_key).first()
    if row is None or not isinstance(began, int | float):
        return None
    return Life(began=datetime.fromtimestamp(began, UTC), seen=row.last_seen_at)


def told(request: Any) -> dict[str, Any] | None:
    """For a page: how many seconds the session of its reader has left, and when it ends."""
    life = life_of(request.session) if request.user.is_authenticated else None
    if life is None:
        return None
    left = int((life.ends_at - CLOCK.moment()).total_seconds())
    # On the reader's own clock, which a clock of ours that was set back would not be.
    ends = datetime.now(LONDON) + timedelta(seconds=left)
    return {"left": left, "at": f"{ends:%H:%M}"}


def begin(session: Any) -> None:
    """A session that somebody has just signed in by."""
    session[BEGAN] = CLOCK.now()


def touch(session: Any, life: Life, *, now: datetime) -> None:
    """Somebody has asked for something, or said that they are still there."""
    if now < life.seen + SEEN_EVERY:
        return
    UserSession.objects.filter(
        session_key=session.session_key, last_seen_at__lt=now - SEEN_EVERY
    ).update(last_seen_at=now)


def end(session_key: str) -> None:
    """Nobody can use this session any more, whatever cookie they kept."""
    SessionStore().delete(session_key)
    UserSession.objects.filter(session_key=session_key).delete()


def account_of(session: Any) -> Any | None:
    """Whose session it is: an account that has not ended, with the password it began with."""
    found = get_user(SimpleNamespace(session=session))
    return found if found.is_authenticated else None


def has_second_factor(session: Any, account: Any) -> bool:
    """Whether whoever began the session showed more than a password in it."""
    records = get_authentication_records(SimpleNamespace(session=session), account)
    return any(record["method"] in STRONG for record in records)
