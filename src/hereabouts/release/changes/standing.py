"""How each area stands by one indicator in one release: all that a signal is made from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

import numpy as np

from hereabouts.indicators.chart_choice import FEWEST_FOR_CONTROL
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.reader import ReleaseReader
from hereabouts.release.sure_ranks import MOST, sure_ranks
from hereabouts.statistics.spc.chart import xmr_chart
from hereabouts.statistics.spc.special_causes import SpecialCause

FEWEST_RANKED = 8  # areas: two in a quarter

Series = Sequence[Observation]


class Band(StrEnum):
    """Where an area's rank lies, however unsure the values are: all the ranks it may have."""

    FIRST = "first"  # in the first quarter: the best, or highest where neither way is better
    LAST = "last"
    BETWEEN = "between"  # in neither for sure


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One area by one indicator: its newest total, and what that was found to be."""

    newest: Observation
    cause: SpecialCause  # of its point on a control chart; MISSING where none is drawn
    band: Band | None


def stances(
    reader: ReleaseReader, indicator: ReleasedIndicator, *, area_type: str
) -> Mapping[str, Stance]:
    """How every area of one type stands, by code; without bands for more than 2,000 areas."""
    return _all_stances(reader, indicator.id, area_type)


def stance_of(
    reader: ReleaseReader, indicator: ReleasedIndicator, *, area: tuple[str, str]
) -> Stance | None:
    """How one area stands, or None where it is not observed.

    Args:
        reader: the release.
        indicator: of that release.
        area: type and code.
    """
    kind = reader.manifest.area_type(area[0])
    if kind is not None and kind.count <= MOST:
        return stances(reader, indicator, area_type=area[0]).get(area[1])
    series = reader.trend(indicator.id, area_type=area[0], code=area[1])
    return _stance(series, indicator, {})


@lru_cache(maxsize=256)
def _all_stances(reader: ReleaseReader, indicator_id: str, area_type: str) -> Mapping[str, Stance]:
    indicator = reader.manifest.indicator_of(indicator_id)
    if indicator is None or not indicator.periods:
        return {}
    by_area = _by_area(reader.observations(indicator_id, area_type=area_type, category="all"))
    last = max(series[-1].period_start for series in by_area.values()) if by_area else None
    newest = [series[-1] for series in by_area.values() if series[-1].period_start == last]
    bands = {
        code: band_of(first, last, of)
        for code, (first, last, of) in sure_ranks(newest, indicator=indicator).items()
        if of >= FEWEST_RANKED
    }
    found = {code: _stance(series, indicator, bands) for code, series in by_area.items()}
    return {code: one for code, one in found.items() if one}


def band_of(first: int, last: int, of: int) -> Band:
    """The quarter that holds every rank from `first` to `last` of `of`."""
    if last <= of / 4:
        return Band.FIRST
    return Band.LAST if first > of - of / 4 else Band.BETWEEN


def _by_area(observed: Iterable[Observation]) -> Mapping[str, list[Observation]]:
    found = defaultdict[str, list[Observation]](list)
    for one in observed:
        found[one.area_code].append(one)
    return found


def _stance(
    series: Series, indicator: ReleasedIndicator, bands: Mapping[str, Band]
) -> Stance | None:
    if not series:
        return None
    newest = series[-1]
    return Stance(
        newest=newest, cause=last_cause(series, indicator), band=bands.get(newest.area_code)
    )


def last_cause(series: Series, indicator: ReleasedIndicator) -> SpecialCause:
    """What the control chart of a series, oldest first, says of its last period.

    Returns:
        MISSING where the indicator asks for no chart, it is too short for one, or the last
        value is not shown.
    """
    valued = [one for one in series if one.value is not None]
    if indicator.spc is None or len(valued) < FEWEST_FOR_CONTROL or series[-1].value is None:
        return SpecialCause.MISSING
    seen = {one.period_start: one.value for one in series}
    first, last = valued[0].period_start, series[-1].period_start
    starts = [p.start for p in sorted(indicator.periods, key=lambda p: p.start)]
    starts = [start for start in starts if first <= start <= last]
    values = np.array([_number(seen.get(start)) for start in starts], dtype=np.float64)
    chart = xmr_chart(values, starts=np.array(_rebased(starts, indicator.spc.rebase)))
    return SpecialCause(int(chart.cause[-1]))


def _number(value: float | None) -> float:
    return np.nan if value is None else value


def _rebased(starts: Sequence[date], rebase: Sequence[date]) -> list[bool]:
    """True at the first period that begins on or after each day of a known change."""
    firsts = {next((start for start in starts if start >= day), None) for day in rebase}
    return [start in firsts for start in starts]
