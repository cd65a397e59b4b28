"""Pages of a list: how many, after which, and where the next one is."""

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import orjson
from starlette.responses import Response

from hereabouts.doors.web.api.declared import ROOT, Asked, Call, Parameter
from hereabouts.doors.web.visit import Visit

USUAL, MOST = 1_000, 10_000
LONGEST_CURSOR = 800
Row = TypeVar("Row")

LIMIT = Parameter(
    name="limit",
    words=f"how many on a page, at most {MOST:,}",
    kind="number",
    usual=USUAL,
    most=MOST,
)


def after(parts: int) -> Parameter:
    """The parameter that says after which row a page begins: that of `next`, of so many parts."""

    def check(_visit: Visit, _asked: Asked, value: str) -> str | None:
        return None if read_cursor(value, parts=parts) else "use the one that `next` has"

    words = "where the page before ended, as its `next` says"
    return Parameter(name="after", words=words, check=check, most=LONGEST_CURSOR)


def write_cursor(key: Sequence[str]) -> str:
    """The key of a row as one word."""
    return base64.urlsafe_b64encode(orjson.dumps(list(key))).decode().rstrip("=")


def read_cursor(text: str | None, *, parts: int) -> tuple[str, ...]:
    """The key that `write_cursor` wrote; empty where it did not."""
    try:
        padded = (text or "").encode("ascii") + b"=" * (-len(text or "") % 4)
        found = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (UnicodeError, binascii.Error, orjson.JSONDecodeError):
        return ()
    right = isinstance(found, list) and len(found) == parts
    return tuple(found) if right and all(isinstance(one, str) for one in found) else ()


def next_page(call: Call, rows: Sequence[Row], key: Callable[[Row], Sequence[str]]) -> str | None:
    """Where the page after `rows` is, or None; one row more than the limit says there is one.

    It is of the release by number, so that pages of two releases are never put together.
    """
    limit = call.asked["limit"]
    if len(rows) <= limit:
        return None
    said = {**_said(call.asked), "after": write_cursor(key(rows[limit - 1]))}
    named = {name: quote(str(part)) for name, part in call.path.items()}
    start = call.fixed if call.endpoint.of_release else ROOT
    return f"{start}{call.endpoint.path.format(**named)}?{urlencode(said)}"


def one_page(
    call: Call,
    rows: Sequence[Row],
    *,
    key: Callable[[Row], Sequence[str]],
    item: Callable[[Row], Mapping[str, Any]],
    more: Mapping[str, Any] | None = None,
) -> Response:
    """A page as JSON, of at most `limit` of the rows, which are one more where there is more."""
    following = next_page(call, rows, key)
    shown = rows[: call.asked["limit"]]
    said = {
        "release": call.visit.manifest.number,
        **(more or {}),
        "count": len(shown),
        "next": following,
        "items": [item(row) for row in shown],
    }
    return json_answer(said, following=following)


def json_answer(said: Mapping[str, Any], *, following: str | None = None) -> Response:
    """JSON, with a Link header where there is a next page."""
    return Response(
        orjson.dumps(said), media_type="application/json", headers=link_headers(following)
    )


def link_headers(following: str | None) -> dict[str, str]:
    """The Link header of RFC 8288."""
    return {"link": f'<{following}>; rel="next"'} if following else {}


def after_key(rows: Sequence[Row], key: Callable[[Row], Sequence[str]], asked: Asked) -> list[Row]:
    """Of rows in the order of their one-part key: those of the page, and one more."""
    (last,) = read_cursor(asked["after"], parts=1) or ("",)
    return [row for row in rows if key(row)[0] > last][: asked["limit"] + 1]


def _said(asked: Asked) -> dict[str, str]:
    return {
        name: ",".join(value) if isinstance(value, tuple) else str(value)
        for name, value in asked.items()
        if value not in (None, ())
    }
