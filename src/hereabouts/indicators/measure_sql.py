"""One measure of an indicator, added up over the areas that its rows are about.

A sum is missing where its column is missing in any row of that area: hidden work is not zero
work. A count of rows is never missing: an area with no rows has none.
"""

from datetime import date

from hereabouts.model.indicator import Indicator, Measure
from hereabouts.model.sql import identifier, literal, qualified

ALL = "all"


def period_columns(indicator: Indicator) -> tuple[str, str]:
    """SQL for the start and end of the period a row is about."""
    period = indicator.period
    if period.start_column and period.end_column:
        return identifier(period.start_column), identifier(period.end_column)
    return _day(period.start), _day(period.end)


def measure_sql(indicator: Indicator, measure: Measure) -> str:
    """Rows `code, period_start, period_end, category, amount`; amount null where missing."""
    start, end = period_columns(indicator)
    chosen = f"coalesce(({measure.where}), false)" if measure.where else "true"
    broken_down = indicator.breakdown and not measure.of_all
    category = (
        identifier(indicator.breakdown) if broken_down and indicator.breakdown else literal(ALL)
    )
    return f"""
        select code, period_start, period_end, category, {_amount(measure)} as amount
        from (
            select {identifier(indicator.area_column)} as code,
                   cast({start} as date) as period_start, cast({end} as date) as period_end,
                   cast({category} as varchar) as category, {chosen} as chosen,
                   {f"cast({identifier(measure.sum)} as double)" if measure.sum else "1.0"} as x
            from {qualified(measure.product)}
            where {identifier(indicator.area_column)} is not null
        ) as each_row
        group by code, period_start, period_end, category"""


def _amount(measure: Measure) -> str:
    if measure.sum is None:
        return "cast(count(*) filter (chosen) as double)"
    return (
        "case when bool_or(chosen and x is null) then null"
        " else coalesce(sum(x) filter (chosen), 0.0) end"
    )


def _day(day: date | None) -> str:
    return f"date '{day.isoformat()}'" if day else "cast(null as date)"
