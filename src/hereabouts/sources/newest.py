"""Which of several files is the newest, and names as people write them in patterns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase

from hereabouts.errors import SourceError
from hereabouts.model.product import Source

MOST_FILES = 100_000  # entries of one folder that are looked at
MOST_SHOWN = 5
_UNFINISHED = re.compile(
    r"~\$.*|\..*|.*\.(part|partial|filepart|crdownload|download|tmp|swp|lock)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file that may be taken."""

    name: str
    size: int  # bytes
    modified: float  # seconds since 1970, by the clock of where it lies


def newest_by(source: Source) -> str:
    """The option `newest_by`: `modified` unless it says `name`.

    Raises:
        SourceError: S120 it says something else.
    """
    said = source.location.get("newest_by") or "modified"
    if said not in {"name", "modified"}:
        raise SourceError(
            "`newest_by` is neither name nor modified",
            code="S120",
            do="write `newest_by: name` (2024 after 2023) or `newest_by: modified`",
            at=source.at,
        )
    return said


def matches(name: str, pattern: str) -> bool:
    """Whether a name fits a pattern such as `trust_a_*.xlsx`. Capitals do not matter."""
    return fnmatchcase(name.casefold(), pattern.casefold())


def is_unfinished(name: str) -> bool:
    """Whether a name says that its file is hidden, locked or still being written."""
    return _UNFINISHED.fullmatch(name) is not None


def newest_first(found: Iterable[Candidate], *, by: str) -> list[Candidate]:
    """The candidates, newest first. By name, numbers in it count as numbers: 10 after 9."""
    order = _by_name if by == "name" else _by_modified
    return sorted(found, key=order, reverse=True)


def passed_over(names: Sequence[str]) -> str:
    """The names, in few words."""
    shown = ", ".join(repr(name) for name in names[:MOST_SHOWN])
    more = len(names) - MOST_SHOWN
    return f"{shown} and {more:,} more" if more > 0 else shown


def near(pattern: str, names: Sequence[str]) -> str:
    """What is there that looks most like the pattern, as advice; empty when nothing is there."""
    bare = re.sub(r"[*?\[\]]+", "", pattern).casefold()
    by_folded = {name.casefold(): name for name in names[:1000]}
    close = get_close_matches(bare, by_folded, n=3, cutoff=0.4)
    shown = [by_folded[name] for name in close] or sorted(names)[:3]
    return f"there is {passed_over(shown)}" if shown else ""


def _by_modified(file: Candidate) -> tuple[float, str]:
    return file.modified, file.name


def _by_name(file: Candidate) -> tuple[list[tuple[int, int, str]], str]:
    parts = re.split(r"([0-9]+)", file.name.casefold())
    return [(1, int(p), "") if p.isdecimal() else (0, 0, p) for p in parts], file.name
