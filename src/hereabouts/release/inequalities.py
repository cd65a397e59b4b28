"""The gap over ordered groups, from their released figures alone."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import duckdb
import numpy as np

from hereabouts.model.indicator import Indicator, Method, Polarity
from hereabouts.model.project import Project
from hereabouts.statistics.slope_index import (
    AS_GIVEN,
    LOG,
    LOGIT,
    Fit,
    FitScale,
    Inequality,
    Simulation,
    error_from_limits,
    slope_index,
)

TABLE = "inequalities"
FEWEST_GROUPS = 3
_COLUMNS = """
    indicator varchar, category varchar, period_start date, period_end date, slope double,
    slope_lower double, slope_upper double, ratio double, ratio_lower double, ratio_upper double
"""
_GROUPED = """
    select category, period_start, period_end, value, lower, upper, denominator
    from protected where indicator = ? and area_type = ?
    order by category, period_start, period_end, try_cast(area_code as integer)
"""


def write_inequalities(connection: duckdb.DuckDBPyConnection, project: Project) -> None:
    """Fill the table `inequalities` from `protected`; no row where a group is hidden or missing."""
    connection.execute(f"create or replace temp table {TABLE} ({_COLUMNS})")
    rows = [
        row
        for indicator in project.indicators.values()
        if indicator.inequality
        for row in _of_indicator(connection, indicator, project)
    ]
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"insert into {TABLE} values ({marks})", rows)


def _of_indicator(
    connection: duckdb.DuckDBPyConnection, indicator: Indicator, project: Project
) -> Iterator[tuple[Any, ...]]:
    group = project.place.group(indicator.inequality or "")
    if group is None:
        return
    found = connection.execute(_GROUPED, [indicator.id, group.name]).fetchall()
    for key, rows in groupby(found, key=itemgetter(0, 1, 2)):
        numbers = np.array([row[3:] for row in rows], dtype=np.float64)
        if len(numbers) < FEWEST_GROUPS or np.isnan(numbers).any():
            continue
        ordered = numbers if group.worst_first else numbers[::-1]
        gap = _gap(indicator, ordered)
        if gap is None:
            continue
        numbers_told = [*gap.slope, *gap.ratio]
        said = [None if np.isnan(number) else float(number) for number in numbers_told]
        yield (indicator.id, *key, *said)


def _gap(indicator: Indicator, groups: np.ndarray[Any, np.dtype[np.float64]]) -> Inequality | None:
    """None where the values cannot be put on the scale of their method."""
    value, lower, upper, people = groups.T
    scale, unit = _scale(indicator)
    value, lower, upper = value / unit, lower / unit, upper / unit
    inside = (lower > scale.low) & (upper < scale.high)
    if not bool(inside.all()) or not bool((people > 0).all()):
        return None
    error = error_from_limits(lower, upper, scale=scale)
    turned = -unit if indicator.better is Polarity.LOWER else unit
    fit = Fit(scale=scale, multiplier=turned)
    return slope_index(value, people, error, fit=fit, simulation=Simulation())


def _scale(indicator: Indicator) -> tuple[FitScale, float]:
    """On which scale values are roughly normal, and what a value is divided by to be on it."""
    if indicator.method is Method.PROPORTION:
        return LOGIT, indicator.multiplier
    if indicator.method in (Method.MEAN, Method.LIFE_EXPECTANCY, Method.COUNT):
        return AS_GIVEN, 1.0
    return LOG, 1.0
