"""Finding the cookie of a session in a request."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.people import SESSION_COOKIE, has_session, session_key

NAMED = f"{SESSION_COOKIE}=abc123"


def scope(*cookies: str) -> dict[str, object]:
    return {"headers": [(b"host", b"localhost"), *((b"cookie", one.encode()) for one in cookies)]}


@pytest.mark.parametrize(
    ("cookies", "key"),
    [
        ((NAMED,), "abc123"),
        ((f"a=b; {NAMED}; c=d",), "abc123"),
        (("a=b",), ""),
        ((), ""),
        ((f"{NAMED}; {NAMED}",), ""),
        ((NAMED, NAMED), ""),
        (("a=b", NAMED), "abc123"),
        ((f"x{NAMED}",), ""),
    ],
)
def test_one_cookie_of_ours_is_found_and_two_are_none(cookies: tuple[str, ...], key: str) -> None:
    assert session_key(scope(*cookies)) == key


@given(sent=st.lists(st.binary(max_size=60)), ours=st.booleans())
def test_whatever_is_sent_a_key_is_only_found_where_the_kept_way_is_left(
    *, sent: list[bytes], ours: bool
) -> None:
    """Otherwise somebody could be answered from what is kept for everybody."""
    headers = [(b"cookie", one) for one in [*sent, *([NAMED.encode()] if ours else [])]]
    if session_key({"headers": headers}):
        assert has_session({"headers": headers})
