"""One measure of an indicator, added up over the areas that its rows are about.

A sum is missing where its column is missing in any row of that area: hidden work is not zero
work. A count of rows is never missing: an area with no rows has none.
"""

from datetime import date

from hereabouts.indicators.age_sql import age_sql
from hereabouts.model.indicator import Indicator, Measure
from hereabouts.model.observation import Marker
from hereabouts.model.sql import identifier, literal, qualified

ALL = "all"
#: How a row's figure came about, where a product says so, and what makes it an estimate.
STATUS, APPORTIONED = "status", "apportioned"

#: The marker that is said when several would do, first of all that something is hidden.
STRONGEST = (
    Marker.CONFIDENTIAL,
    Marker.UNRELIABLE,
    Marker.LOW,
    Marker.NOT_APPLICABLE,
    Marker.NOT_AVAILABLE,
)
NOT_AVAILABLE = STRONGEST.index(Marker.NOT_AVAILABLE)


def period_columns(indicator: Indicator) -> tuple[str, str]:
    """SQL for the start and end of the period a row is about."""
    period = indicator.period
    if period.start_column and period.end_column:
        return identifier(period.start_column), identifier(period.end_column)
    return _day(period.start), _day(period.end)


def measure_sql(
    indicator: Indicator, measure: Measure, *, marker: str | None = None, converted: bool = False
) -> str:
    """Rows `code, period_start, period_end, category, age, amount, why_not, estimated`.

    Args:
        indicator: what is measured for.
        measure: the numerator or the denominator.
        marker: the product's column that says why a value of the summed one is absent, if any.
        converted: whether the product's column `status` says which figures were apportioned.

    Shape:
        `amount` is null where anything summed is absent, and then `why_not` is the place in
        `STRONGEST` of the strongest marker among what is absent. `age` is the lowest of its
        band, in years, null where the indicator has none or the row's cannot be read.
    """
    start, end = period_columns(indicator)
    chosen = f"coalesce(({measure.where}), false)" if measure.where else "true"
    broken_down = indicator.breakdown and not measure.of_all
    category = (
        identifier(indicator.breakdown) if broken_down and indicator.breakdown else literal(ALL)
    )
    ages = indicator.ages
    age = age_sql(ages, indicator.method) if ages else "cast(null as integer)"
    kept = f"coalesce(age < {ages.below}, true)" if ages and ages.below else "true"
    status = f"{identifier(STATUS)} = {literal(APPORTIONED)}" if converted else "false"
    return f"""
        select code, period_start, period_end, category, age, {_amount(measure)} as amount,
               {_why_not(measure)} as why_not, coalesce(bool_or(estimated), false) as estimated
        from (
            select {identifier(indicator.area_column)} as code,
                   cast({start} as date) as period_start, cast({end} as date) as period_end,
                   cast({category} as varchar) as category, {age} as age, {chosen} as chosen,
                   {f"cast({identifier(measure.sum)} as double)" if measure.sum else "1.0"} as x,
                   {_strength(marker)} as strength, {status} as estimated
            from {qualified(measure.product)}
            where {identifier(indicator.area_column)} is not null
        ) as each_row
        where {kept}
        group by code, period_start, period_end, category, age"""


def _amount(measure: Measure) -> str:
    if measure.sum is None:
        return "cast(count(*) filter (chosen) as double)"
    return (
        "case when bool_or(chosen and x is null) then null"
        " else coalesce(sum(x) filter (chosen), 0.0) end"
    )


def _why_not(measure: Measure) -> str:
    absent = "min(strength) filter (chosen and x is null)"
    return f"cast({'null' if measure.sum is None else absent} as tinyint)"


def _strength(marker: str | None) -> str:
    """A marker's place among the strongest; an absent value is not available by itself."""
    if marker is None:
        return str(NOT_AVAILABLE)
    cases = " ".join(f"when {literal(one.value)} then {n}" for n, one in enumerate(STRONGEST))
    return f"case {identifier(marker)} {cases} else {NOT_AVAILABLE} end"


def _day(day: date | None) -> str:
    return f"date '{day.isoformat()}'" if day else "cast(null as date)"
