"""What somebody says they are working on: part of every decision that rests on an agreement.

It is theirs to say and is no secret, so a cookie holds it; what they say is in the audit log.
"""

from http.cookies import CookieError, SimpleCookie

from starlette.types import Scope

PURPOSE_COOKIE = "hereabouts_purpose"
_NAMED = f"{PURPOSE_COOKIE}=".encode()
LONGEST = 100  # characters


def purpose_said(scope: Scope) -> str:
    """The name of a purpose, as the cookie has it; empty without one."""
    said = [value for name, value in scope["headers"] if name == b"cookie" and _NAMED in value]
    if len(said) != 1:
        return ""
    try:
        found = SimpleCookie(said[0].decode("latin-1")).get(PURPOSE_COOKIE)
    except CookieError:
        return ""
    return found.value[:LONGEST] if found else ""
