"""What an API says when it does not give what was asked."""

import json
import re
from typing import Any

from hereabouts.errors import Location, SourceError
from hereabouts.sources.http_api.secrets import Secrets

MOST_WORDS = 200  # characters
MEANINGS = {
    401: "it wants to know who asks",
    403: "it does not let us have it",
    404: "there is nothing at that address",
    410: "it has been taken down for good",
    414: "the question is longer than it takes",
}


class ShiftedError(SourceError):
    """The data changed between two pages, so what came is no whole; it may be asked for again."""


class PassingError(Exception):
    """An answer with status 200 whose body says that the server is too busy."""


def refused(origin: str, status: int, words: str, *, at: Location | None) -> SourceError:
    """The API answered, and said no."""
    meaning = MEANINGS.get(status, "it does not take the question")
    said = f" It says: {words}" if words else ""
    return SourceError(
        f"{origin} answered {status}: {meaning}.{said}",
        code="S202",
        do="check `address`, `parameters` and the key with the API's documentation",
        at=at,
    )


def not_promised(origin: str, problem: str, *, at: Location | None) -> SourceError:
    """The answer has not the shape that this API's answers have."""
    return SourceError(
        f"{origin} {problem}",
        code="S206",
        do="open the address in a browser, and check `api`, `rows` and `paging` against what it "
        "gives",
        at=at,
    )


def words_of(body: bytes, secrets: Secrets) -> str:
    """What the body of a refusal says, in one short line; nothing if a secret stands in it."""
    text = body.decode("utf-8", "replace")
    try:
        text = _message(json.loads(text)) or ""
    except (ValueError, RecursionError):
        text = re.sub(r"<[^>]*>", " ", text)
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return "" if secrets.are_in(text) else text[:MOST_WORDS]


def _message(said: Any, depth: int = 0) -> str | None:
    if isinstance(said, str) or depth > 3:
        return said if isinstance(said, str) else None
    if isinstance(said, list):
        return _message(said[0], depth + 1) if said else None
    if isinstance(said, dict):
        found = (_message(said.get(name), depth + 1) for name in ("error", "message", "detail"))
        return next((text for text in found if text), None)
    return None
