"""A release beside an earlier one that is still there."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from hereabouts.doors.web.address import AddressError, not_found
from hereabouts.doors.web.visit import Visit
from hereabouts.release.changes.changed import Count
from hereabouts.release.changes.pair import Pair
from hereabouts.release.reader import ReleaseReader

LONGEST_NUMBER = 9


def numbers_before(visit: Visit) -> tuple[int, ...]:
    """Releases before the visit's that are still there, newest first."""
    mine = visit.manifest.number
    return tuple(one for one in reversed(visit.releases.numbers()) if one < mine)


def pair_since(visit: Visit, since: str | None) -> Pair | None:
    """The visit's release beside the one before it, or beside release `since`.

    Returns:
        None where there is no release before it.

    Raises:
        AddressError: W280 `since` is no number; W281 there is no such earlier release.
    """
    before = numbers_before(visit)
    if since is None:
        return pair_of(visit.releases.open(before[0]), visit.reader) if before else None
    if not (since.isascii() and since.isdigit() and len(since) <= LONGEST_NUMBER):
        raise AddressError(
            "`since` is not the number of a release",
            code="W280",
            do="give a number, such as since=1",
            status=400,
        )
    if int(since) not in before:
        listed = ", ".join(map(str, before[:10]))
        raise not_found(
            "there is no such earlier release here",
            code="W281",
            do=f"choose from {listed}" if listed else "leave `since` out: this is the first",
        )
    return pair_of(visit.releases.open(int(since)), visit.reader)


def pairs_back(visit: Visit, *, most: int) -> Iterator[Pair]:
    """The visit's release beside the one before it, that one beside the one before, and so on."""
    numbers = (visit.manifest.number, *numbers_before(visit))[: most + 1]
    for later, earlier in pairwise(numbers):
        reader = visit.reader if later == visit.manifest.number else visit.releases.open(later)
        yield pair_of(visit.releases.open(earlier), reader)


@lru_cache(maxsize=16)
def pair_of(earlier: ReleaseReader, later: ReleaseReader) -> Pair:
    """The two side by side, opened once."""
    return Pair(earlier, later)


@lru_cache(maxsize=64)
def counts_of(pair: Pair) -> tuple[Count, ...]:
    """How many figures became what: a release never changes, so reckoned once."""
    return pair.counts()
