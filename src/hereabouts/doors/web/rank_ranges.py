"""How sure each rank is: `between 12th and 31st of 42`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.one_slice import slice_of
from hereabouts.doors.web.words import ordinal
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.reader import ReleaseReader
from hereabouts.release.sure_ranks import MOST, sure_ranks


@dataclass(frozen=True, slots=True)
class RankRange:
    """The first and the last rank an area may truly have, of so many."""

    first: int
    last: int
    of: int

    @property
    def words(self) -> str:
        """`between 12th and 31st of 42`."""
        first, last = ordinal(self.first), ordinal(self.last)
        if first == last:
            return gettext("%(first)s of %(of)s", first=first, of=self.of)
        return gettext(
            "between %(first)s and %(last)s of %(of)s", first=first, last=last, of=self.of
        )

    @property
    def short(self) -> str:
        """`12th to 31st`, for a narrow column."""
        first, last = ordinal(self.first), ordinal(self.last)
        return first if first == last else gettext("%(first)s to %(last)s", first=first, last=last)


def rank_ranges(
    areas: Sequence[Observation], *, indicator: ReleasedIndicator
) -> Mapping[str, RankRange]:
    """The ranks each area may truly have, by area code.

    Args:
        areas: every area of one type in one period.
        indicator: whose areas they are.

    Returns:
        Nothing for an area without limits; nothing at all for counts, and for more than 2,000.
    """
    return {
        code: RankRange(*ranks) for code, ranks in sure_ranks(areas, indicator=indicator).items()
    }


def rank_range_of(
    reader: ReleaseReader, seen: Observation, *, indicator: ReleasedIndicator
) -> RankRange | None:
    """The ranks that one area may truly have among its type, or None."""
    kind = reader.manifest.area_type(seen.area_type)
    if kind is None or kind.count > MOST or seen.lower is None:
        return None
    start = seen.period_start
    return _ranges_of(reader, indicator, seen.area_type, start, seen.category).get(seen.area_code)


@lru_cache(maxsize=256)
def _ranges_of(
    reader: ReleaseReader, indicator: ReleasedIndicator, kind: str, start: date, category: str
) -> Mapping[str, RankRange]:
    """The same for every area of the type, so reckoned once."""
    areas = slice_of(reader, indicator.id, kind, start, category)
    return rank_ranges(areas, indicator=indicator)
