"""Where something stands in a JSON answer: a dotted path such as `$.data.items`."""

import re
from typing import Any

from hereabouts.errors import SourceError
from hereabouts.model.product import Source

Path = tuple[str, ...]
WRITTEN = re.compile(r"\$(\.[^.\[\]*?@$]+)*")


def read_path(text: str, *, source: Source) -> Path:
    """The steps of a path; `$` alone is the whole answer.

    Raises:
        SourceError: S200 it is no such path.
    """
    if not WRITTEN.fullmatch(text):
        raise SourceError(
            "a path in the answer is `$` and names with dots between, and nothing else",
            code="S200",
            do="write it as `$.data.items`",
            at=source.at,
        )
    return tuple(text.split(".")[1:])


def found_at(answer: Any, path: Path) -> Any:
    """What stands at `path`, or None when nothing does."""
    for step in path:
        if not isinstance(answer, dict):
            return None
        answer = answer.get(step)
    return answer
