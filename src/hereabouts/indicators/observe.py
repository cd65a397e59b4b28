"""Indicators to observations: one long table, whatever the indicator."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.area_sql import (
    NO_DENOMINATOR_SQL,
    added_up_sql,
    belongs_sql,
    observations_sql,
)
from hereabouts.indicators.estimate import estimate
from hereabouts.indicators.measure_sql import ALL, measure_sql
from hereabouts.model.indicator import Indicator
from hereabouts.model.observation import OBSERVATION_COLUMNS, Marker
from hereabouts.model.sql import identifier, literal

TABLE = "observations"


def observe(
    connection: duckdb.DuckDBPyConnection,
    indicators: Iterable[Indicator],
    *,
    base_type: str,
    markers: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    tell: Callable[[str], None] = lambda _: None,
) -> duckdb.DuckDBPyRelation:
    """Compute every observation of `indicators` into the table `observations`.

    Args:
        connection: sees `place.areas`, `place.members`, `place.parents` and every product read.
        indicators: what to observe.
        base_type: the smallest area type.
        markers: by product, the column that says why a value of another is absent.
        tell: called with each indicator's id before it is computed.

    Returns:
        Rows in the shape of `OBSERVATION_COLUMNS`, sorted by indicator, area type, period,
        category and area.
    """
    columns = ", ".join(f"{identifier(name)} {kind}" for name, kind in OBSERVATION_COLUMNS)
    connection.execute(f"create or replace temp table {TABLE} ({columns})")
    for indicator in indicators:
        tell(indicator.id)
        _measure(connection, indicator, markers)
        for area_type in indicator.area_types:
            _observe_area_type(connection, indicator, area_type, base_type=base_type)
    return connection.sql(
        f"select * from {TABLE}"
        " order by indicator, area_type, period_start, breakdown, category, area_code"
    )


def _measure(
    connection: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    markers: Mapping[str, Mapping[str, str]],
) -> None:
    measures = {"measured_numerator": indicator.numerator}
    if indicator.denominator:
        measures["measured_denominator"] = indicator.denominator
    for table, measure in measures.items():
        marker = markers.get(measure.product, {}).get(measure.sum or "")
        select = measure_sql(indicator, measure, marker=marker)
        connection.execute(f"create or replace temp table {table} as {select}")


def _observe_area_type(
    connection: duckdb.DuckDBPyConnection, indicator: Indicator, area_type: str, *, base_type: str
) -> None:
    connection.execute(
        "create or replace temp table belongs as "
        + belongs_sql(indicator.area_type, area_type, base_type)
    )
    allowed = indicator.missing_areas_at_most
    denominator_sql = NO_DENOMINATOR_SQL
    if indicator.denominator:
        denominator_sql = added_up_sql(
            "measured_denominator", indicator.denominator, missing_at_most=allowed
        )
    numerator_sql = added_up_sql("measured_numerator", indicator.numerator, missing_at_most=allowed)
    connection.execute(f"create or replace temp table numerators as {numerator_sql}")
    connection.execute(f"create or replace temp table denominators as {denominator_sql}")
    _append(connection, indicator, area_type)


def _append(connection: duckdb.DuckDBPyConnection, indicator: Indicator, area_type: str) -> None:
    rows_sql = observations_sql(indicator, area_type=area_type)
    connection.execute(f"create or replace temp table counted as {rows_sql}")
    counts = connection.sql("select numerator, denominator from counted").fetchnumpy()
    numerator, denominator = _numbers(counts["numerator"]), _numbers(counts["denominator"])
    if indicator.denominator:
        either = np.isnan(numerator) | np.isnan(denominator)
        numerator = np.where(either, np.nan, numerator)
        denominator = np.where(either, np.nan, denominator)
    estimated = estimate(
        indicator.method,
        numerator,
        denominator,
        multiplier=indicator.multiplier,
        confidence=indicator.confidence,
    )
    computed = {
        "numerator": numerator,
        "denominator": denominator,
        "value": estimated.value,
        "lower": estimated.lower,
        "upper": estimated.upper,
    }
    connection.register("computed", computed)
    connection.execute(_insert_sql(indicator, area_type))
    connection.unregister("computed")


def _insert_sql(indicator: Indicator, area_type: str) -> str:
    return f"""
        insert into {TABLE}
        select {literal(indicator.id)}, {literal(area_type)}, c.area_code, c.period_start,
               c.period_end, {literal(indicator.breakdown or ALL)}, c.category,
               k.numerator, k.denominator, k.value, k.lower, k.upper,
               case when k.value is null
                    then coalesce(c.marker, {literal(Marker.NOT_AVAILABLE.value)}) end
        from counted as c positional join computed as k"""


def _numbers(column: NDArray[np.float64]) -> NDArray[np.float64]:
    """DuckDB masks nulls; here they are NaN."""
    return np.ma.filled(np.ma.asarray(column, dtype=np.float64), np.nan)
