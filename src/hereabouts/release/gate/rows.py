"""The exact rows of indicators whose figures tell of one another, as columns of numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.linear_system import Flags, Numbers, Whole
from hereabouts.engine.duckdb.columns import numbers
from hereabouts.indicators.area_sql import Areas, places_of
from hereabouts.model.indicator import Indicator
from hereabouts.model.observation import Marker
from hereabouts.model.sql import literal
from hereabouts.release.describe_policy import what_is_counted
from hereabouts.release.gate.worked_with import TABLE

#: The order of an indicator's rows wherever they are told apart by their place.
IN_ORDER = "area_type, period_start, period_end, category, area_code"
#: Numerators and denominators of exact rows; estimates are made whole, as they are when shown.
WHOLE = ", ".join(
    f"case when marker = {literal(Marker.ESTIMATED.value)} then round_even({count}, 0)"
    f" else {count} end as {count}"
    for count in ("numerator", "denominator")
)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of several indicators, one after the other.

    Shape:
        All (rows,). `level` is a place in `levels`; `area` one in that level's codes, -1 where
        it is not there; `period` and `slot` (a period and category) count within all rows.
    """

    levels: tuple[str, ...]
    indicator: Whole  # place in the family
    level: Whole
    area: Whole
    period: Whole
    slot: Whole
    numerator: Numbers  # whole numbers, NaN where missing
    denominator: Numbers

    def of(self, indicator: int) -> Flags:
        """Which rows are of one indicator."""
        found: Flags = self.indicator == indicator
        return found


def families(indicators: Iterable[Indicator]) -> tuple[tuple[Indicator, ...], ...]:
    """Indicators that count the same things, in other breakdowns or over other periods."""
    found: dict[str, list[Indicator]] = {}
    for one in indicators:
        found.setdefault(what_is_counted(one), []).append(one)
    return tuple(map(tuple, found.values()))


def rows_of(
    connection: duckdb.DuckDBPyConnection, family: tuple[Indicator, ...], areas: Areas
) -> Rows:
    """Read a family's exact rows; estimated counts are made whole, as they are shown.

    Args:
        connection: after `work_with`.
        family: from `families`.
        areas: of the place.
    """
    names = [indicator.id for indicator in family]
    found = connection.execute(
        f"""
        select list_position($names, indicator) - 1 as indicator, area_type, area_code,
               dense_rank() over (order by period_start, period_end) - 1 as period,
               dense_rank() over (order by period_start, period_end, category) - 1 as slot,
               {WHOLE}
        from {TABLE}
        order by list_position($names, indicator), {IN_ORDER}""",
        {"names": names},
    ).fetchnumpy()
    types = np.asarray(found["area_type"], np.str_)
    levels, level = np.unique(types, return_inverse=True)
    codes = np.asarray(found["area_code"], np.str_)
    return Rows(
        levels=tuple(str(name) for name in levels),
        indicator=_whole(found["indicator"]),
        level=level.astype(np.int64),
        area=_places(codes, level, [areas.codes(str(name)) for name in levels]),
        period=_whole(found["period"]),
        slot=_whole(found["slot"]),
        numerator=numbers(found["numerator"]),
        denominator=numbers(found["denominator"]),
    )


def _places(codes: NDArray[np.str_], level: Whole, known: list[NDArray[np.str_]]) -> Whole:
    """Where each code is among those of its level; -1 where it is not."""
    place = np.full(len(codes), -1, np.int64)
    for number, names in enumerate(known):
        mine = level == number
        place[mine] = places_of(codes[mine], names)
    return place


def _whole(column: NDArray[np.generic]) -> Whole:
    return np.asarray(column, np.int64)
