"""Which releases are under embargo, and what may not be released meanwhile."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from hereabouts.errors import ReleaseError
from hereabouts.model.embargo import Embargo
from hereabouts.model.policy import Audience
from hereabouts.release.naming import bundle_name

#: Of an embargo that cannot be understood: it keeps back, and never lets out.
NEVER = datetime.max.replace(tzinfo=UTC)
MOST_KEPT = 1_000


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def describe_embargo(embargo: Embargo | None) -> dict[str, str] | None:
    """What release.json says of it."""
    return {"until": embargo.until.isoformat(), "why": embargo.why} if embargo else None


def parse_embargo(said: Mapping[str, Any] | None) -> Embargo | None:
    """The embargo that release.json says; one that cannot be understood does not end."""
    if said is None:
        return None
    try:
        until = datetime.fromisoformat(said["until"])
        return Embargo(until=until if until.tzinfo else NEVER, why=str(said.get("why", "")))
    except (KeyError, TypeError, ValueError, AttributeError):
        return Embargo(until=NEVER)


def embargo_of(folder: Path) -> Embargo | None:
    """The embargo of a release's folder, over or not; None where it has none.

    A release.json that is no JSON has none: whoever opens the release is told what is wrong.
    """
    path = folder / "release.json"
    try:
        stat = path.stat()
    except OSError:
        return None
    return _read(path, (stat.st_mtime_ns, stat.st_size, stat.st_ino))


def published(
    releases: Path, numbers: tuple[int, ...], *, audience: Audience, now: datetime
) -> tuple[int, ...]:
    """Those of `numbers` that are not under embargo at `now`."""
    found = ((number, embargo_of(releases / bundle_name(number, audience))) for number in numbers)
    return tuple(number for number, one in found if one is None or one.until <= now)


def refuse_early(
    releases: Path, numbers: tuple[int, ...], *, audience: Audience, embargo: Embargo | None
) -> None:
    """Refuse a release that would show, before its time, what an earlier one holds back.

    Args:
        releases: the folder of releases.
        numbers: of those there are for `audience`.
        audience: of the release to be made.
        embargo: of the release to be made.

    Raises:
        ReleaseError: R321 the embargo is over already; R322 one before it ends later; R323 an
            internal release is to have one.
    """
    now = utc_now()
    if embargo and audience is not Audience.OPEN:
        raise ReleaseError(
            "an internal release has no embargo: agreements say who sees it, and from when",
            code="R323",
            do="leave out --embargo-until, or release for everybody",
        )
    if embargo and embargo.until <= now:
        raise ReleaseError(
            f"the embargo would have ended at {embargo.words}",
            code="R321",
            do="name a moment that is to come, in the time of London",
        )
    until = embargo.until if embargo else now
    for number in numbers:
        before = embargo_of(releases / bundle_name(number, audience))
        if before and before.until > until:
            raise ReleaseError(
                f"release {number} is under embargo until {before.words}, and this one would show"
                " its figures before",
                code="R322",
                do="give --embargo-until that moment or a later one, or withdraw that release",
            )


def refuse_another(number: int, said: Embargo | None, asked: Embargo | None) -> None:
    """Refuse to let an embargo pass in silence where the same is released already.

    Raises:
        ReleaseError: R324, release `number` holds the same, and has another embargo or none.
    """
    if asked and (said is None or said.until != asked.until):
        until = f"is under embargo until {said.words}" if said else "has no embargo"
        raise ReleaseError(
            f"nothing changed since open release {number}, which {until}",
            code="R324",
            do="withdraw that release if its embargo is wrong, then release again",
        )


@lru_cache(maxsize=MOST_KEPT)
def _read(path: Path, _stamp: tuple[int, int, int]) -> Embargo | None:
    """Read once for as long as the file stays what it is."""
    try:
        said = orjson.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return parse_embargo(said.get("embargo")) if isinstance(said, dict) else None
