"""Who asks: read from the session in a thread, and remembered for a second."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.contrib.sessions.backends.db import SessionStore
from django.db import close_old_connections
from starlette.types import Scope

from hereabouts.doors.web.accounts import session_life
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.clock import CLOCK
from hereabouts.doors.web.accounts.person import person_of
from hereabouts.doors.web.people import session_key
from hereabouts.model.person import Person

REMEMBERED = 1.0  # seconds: at most so long somebody is let in after their access ended elsewhere
MOST = 10_000  # sessions remembered
LONGEST_KEY = 64


class SignedIn:
    """Finds the person of a request's session."""

    def __init__(self, *, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._known: OrderedDict[str, tuple[float, Person | None]] = OrderedDict()
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="signed-in")

    async def __call__(self, scope: Scope) -> Person | None:
        """Who asks; None for anybody, and for who has not shown a second factor."""
        key = session_key(scope)
        if not key or len(key) > LONGEST_KEY:
            return None
        until, person = self._known.get(key, (0.0, None))
        if self._steady() < until:
            return person
        found = await asyncio.get_running_loop().run_in_executor(self._threads, find_person, key)
        self._known[key] = (self._steady() + REMEMBERED, found)
        self._known.move_to_end(key)
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return found

    def forget(self) -> None:
        """Ask the database again for everybody: something has just ended."""
        self._known.clear()


def find_person(key: str) -> Person | None:
    """The person of a session. A session that is past its limits is ended for good."""
    close_old_connections()
    session, now = SessionStore(key), CLOCK.moment()
    account = session_life.account_of(session)
    life = session_life.life_of(session) if account else None
    if account is None or life is None:
        return None
    if why := life.ended(now):
        session_life.end(key)
        record("account.session-ended", account, detail={"why": why})
        return None
    if not session_life.has_second_factor(session, account):
        return None
    session_life.touch(session, life, now=now)
    return person_of(account)
