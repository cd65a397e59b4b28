"""What the site needs of whoever knows who has signed in. Without it, nobody can.

A site without accounts has none of this: no database, no session, no cookie.
"""

from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie
from typing import Protocol

from starlette.types import ASGIApp, Scope

from hereabouts.model.grant import Grant
from hereabouts.model.person import Person

SESSION_COOKIE = "hereabouts_session"
_NAMED = f"{SESSION_COOKIE}=".encode()

#: The key of a `Person`, or None, in an ASGI scope.
PERSON = "hereabouts.person"


class People(Protocol):
    """Knows people, and has the pages on which they sign in."""

    pages: ASGIApp

    async def signed_in(self, scope: Scope) -> Person | None:
        """Who asks: with a session that is within its limits, after a second factor."""

    def grants(self, person: Person) -> Sequence[Grant]:
        """What approvers gave them, as it is now. Waits for the database."""


def person_of_request(scope: Scope) -> Person | None:
    """Who asks, as the front door found them; None for anybody."""
    found: Person | None = scope.get(PERSON)
    return found


def may_hold_session(header: bytes) -> bool:
    """Whether a Cookie header may have our session in it."""
    return _NAMED in header


def has_session(scope: Scope) -> bool:
    """Whether a request carries the cookie of a session, good or not."""
    return any(name == b"cookie" and may_hold_session(said) for name, said in scope["headers"])


def session_key(scope: Scope) -> str:
    """What the session's cookie says; empty without one, and where it is written twice."""
    said = [value for name, value in scope["headers"] if name == b"cookie" and _NAMED in value]
    if len(said) != 1 or said[0].count(_NAMED) != 1:
        return ""
    try:
        found = SimpleCookie(said[0].decode("latin-1")).get(SESSION_COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
