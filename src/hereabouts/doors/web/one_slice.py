"""Every area of one type in one period: what counts, ranks and funnels are of."""

from datetime import date
from functools import lru_cache

from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.release.answers import Observation
from hereabouts.release.reader import ReleaseReader
from hereabouts.release.reader_clusters import ClusterAt


def one_slice(reader: ReleaseReader, state: IndicatorState) -> tuple[Observation, ...]:
    """The observations that the page of `state` is about, by area code."""
    start = state.period.start
    return slice_of(reader, state.indicator.id, state.area_type.code, start, state.category)


def slice_of(
    reader: ReleaseReader, indicator: str, area_type: str, start: date, category: str
) -> tuple[Observation, ...]:
    """The observations of one indicator, area type, period and category, by area code."""
    return reader.slice_of(indicator, area_type=area_type, period_start=start, category=category)


def spots_of(reader: ReleaseReader, state: IndicatorState) -> tuple[ClusterAt, ...]:
    """The hot spots of the page of `state`, surest first: a page has them as words and as a map."""
    start = state.period.start
    return _spots(reader, state.indicator.id, state.area_type.code, start, state.category)


@lru_cache(maxsize=4)
def _spots(
    reader: ReleaseReader, indicator: str, area_type: str, start: date, category: str
) -> tuple[ClusterAt, ...]:
    return reader.hot_spots(indicator, area_type=area_type, period_start=start, category=category)
