"""Indicators to observations: one long table, whatever the indicator."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.added_up import AddedUp, added_up
from hereabouts.indicators.area_sql import Areas
from hereabouts.indicators.block import Blocks
from hereabouts.indicators.counted import (
    Counted,
    bands_of,
    columns_of,
    counted,
    refuse_impossible,
    refuse_mixed_periods,
)
from hereabouts.indicators.measured import Measured
from hereabouts.indicators.measures import Measures
from hereabouts.indicators.setting import Setting
from hereabouts.indicators.valued import Benchmarked, Reference, valued, worked_with
from hereabouts.model.indicator import Indicator, Method
from hereabouts.model.place import WHOLE_PLACE

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Measures:
    """One indicator's two measures."""

    numerator: Measured
    denominator: Measured | None


def observe(
    connection: duckdb.DuckDBPyConnection,
    indicators: Iterable[Indicator],
    *,
    setting: Setting,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[duckdb.DuckDBPyRelation]:
    """Compute the observations of `indicators`, a level of one indicator at a time.

    Args:
        connection: sees `place.areas`, `place.members`, `place.parents`, every product read and
            every group's product.
        indicators: what to observe.
        setting: the place and its products' ways.
        tell: called with each indicator's id before it is computed.

    Yields:
        Rows in the shape of `OBSERVATION_COLUMNS`, by period, category and area; to be read
        before the next are asked for. A benchmark and a group are levels like an area type.

    Raises:
        DataError: Q851 to Q854, and what the statistics refuse.
    """
    areas, measures = Areas(connection, setting), Measures(connection, setting)
    blocks = Blocks(connection)
    for indicator in indicators:
        tell(indicator.id)
        codes = areas.codes(indicator.area_type)
        both = _Measures(
            measures.of(indicator, indicator.numerator, codes=codes),
            measures.of(indicator, indicator.denominator, codes=codes)
            if indicator.denominator
            else None,
        )
        yield from _observe_one(blocks, areas, indicator, both, setting)


def _observe_one(
    blocks: Blocks, areas: Areas, indicator: Indicator, both: _Measures, setting: Setting
) -> Iterator[duckdb.DuckDBPyRelation]:
    columns = columns_of(both.numerator.slots)
    refuse_mixed_periods(indicator, columns)
    reference = _reference(areas, indicator, both)
    bands = _bands(indicator, both)
    benchmark: Benchmarked | None = None
    for level in setting.levels(indicator):
        counts = _counted_at(areas, indicator, both, level)
        codes = areas.codes(level)
        refuse_impossible(indicator, counts, codes)
        if level not in setting.published(indicator):
            values = worked_with(indicator, counts)
        else:
            values = valued(
                indicator, counts, bands=bands, reference=reference, benchmark=benchmark
            )
        if level == indicator.compare_to:
            benchmark = Benchmarked(values.value[0])
        yield blocks.relation(indicator, level, codes=codes, columns=columns, values=values)


def _bands(indicator: Indicator, both: _Measures) -> tuple[int, ...]:
    if indicator.ages is None or both.denominator is None:
        return ()
    return bands_of(both.denominator.slots, both.numerator.slots)


def _reference(areas: Areas, indicator: Indicator, both: _Measures) -> Reference | None:
    """Events and people by age of what indirect methods compare to."""
    if indicator.method not in (Method.INDIRECT_RATIO, Method.INDIRECT_RATE):
        return None
    whole = _counted_at(areas, indicator, both, indicator.compare_to or WHOLE_PLACE)
    if whole.events is None or whole.people is None:
        return None
    return Reference(whole.events[0], whole.people[0])


def _counted_at(areas: Areas, indicator: Indicator, both: _Measures, level: str) -> Counted:
    def of(measured: Measured) -> AddedUp:
        belongs = areas.belongs(indicator.area_type, level, measured.codes)
        return added_up(measured, belongs, missing_at_most=indicator.missing_areas_at_most)

    denominator = of(both.denominator) if both.denominator else None
    return counted(indicator, of(both.numerator), denominator)
