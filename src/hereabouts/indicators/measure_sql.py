"""One measure of an indicator, added up over the areas that its rows are about.

A sum is missing where its column is missing in any row of that area: hidden work is not zero
work. A count of rows is never missing: an area with no rows has none.
"""

from datetime import date

from hereabouts.indicators.age_sql import age_sql
from hereabouts.indicators.setting import STATUS
from hereabouts.model.indicator import Indicator, Measure
from hereabouts.model.observation import Marker
from hereabouts.model.sql import identifier, literal, qualified

ALL = "all"
APPORTIONED = "apportioned"  # the status that makes a figure an estimate

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


def slots_sql(indicator: Indicator, measure: Measure) -> str:
    """Distinct `period_start, period_end, category, age` of the rows of a measure's product."""
    return f"""
        select distinct period_start, period_end, category, age
        from (
            select {_told(indicator, measure)}
            from {qualified(measure.product)}
            where {identifier(indicator.area_column)} is not null
        ) as each_row
        where {_within_ages(indicator)}"""


def varying(indicator: Indicator, measure: Measure) -> tuple[str, ...]:
    """Which of a slot's columns differ from row to row."""
    found: tuple[str, ...] = ()
    if indicator.period.start_column:
        found = ("period_start", "period_end")
    found += ("category",) if indicator.breakdown and not measure.of_all else ()
    return (*found, "age") if indicator.ages else found


def measure_sql(
    indicator: Indicator,
    measure: Measure,
    *,
    tables: tuple[str, str],
    marker: str | None = None,
    converted: bool = False,
) -> str:
    """Rows `cell, amount, why_not, estimated`, one for each area and slot with rows.

    Args:
        indicator: what is measured for.
        measure: the numerator or the denominator.
        tables: of areas (`code, area`) and of slots (`slot`, and what it tells apart).
        marker: the product's column that says why a value of the summed one is absent, if any.
        converted: whether the product's column `status` says which figures were apportioned.

    Shape:
        `cell` counts slots within areas. `amount` is not a number where anything summed is
        absent, and then `why_not` is the place in `STRONGEST` of the strongest marker among
        what is absent.
    """
    chosen = f"coalesce(({measure.where}), false)" if measure.where else "true"
    areas, slots = map(identifier, tables)
    same = [f"s.{c} is not distinct from r.{c}" for c in varying(indicator, measure)]
    return f"""
        select n.area * (select count(*) from {slots}) + s.slot as cell,
               {_amount(measure)} as amount, {_why_not(marker)} as why_not,
               {"coalesce(bool_or(estimated), false)" if converted else "false"} as estimated
        from (
            select {identifier(indicator.area_column)} as code, {_told(indicator, measure)},
                   {chosen} as chosen,
                   {f"cast({identifier(measure.sum)} as double)" if measure.sum else "1.0"} as x,
                   {_strength(marker)} as strength,
                   {f"{identifier(STATUS)} = {literal(APPORTIONED)}" if converted else "false"}
                   as estimated
            from {qualified(measure.product)}
            where {identifier(indicator.area_column)} is not null
        ) as r
        join {areas} as n on n.code = r.code
        join {slots} as s on {" and ".join(same) or "true"}
        where {_within_ages(indicator).replace("age", "r.age")}
        group by cell"""


def _told(indicator: Indicator, measure: Measure) -> str:
    """What rows are told apart by, beside their area."""
    start, end = period_columns(indicator)
    broken_down = indicator.breakdown and not measure.of_all
    category = (
        identifier(indicator.breakdown) if broken_down and indicator.breakdown else literal(ALL)
    )
    ages = indicator.ages
    age = age_sql(ages, indicator.method) if ages else "cast(null as integer)"
    return (
        f"cast({start} as date) as period_start, cast({end} as date) as period_end,"
        f" cast({category} as varchar) as category, {age} as age"
    )


def _within_ages(indicator: Indicator) -> str:
    below = indicator.ages.below if indicator.ages else None
    return f"coalesce(age < {below}, true)" if below else "true"


def _amount(measure: Measure) -> str:
    """Anything absent makes the sum not a number, which is what an absent amount is."""
    if measure.sum is None:
        return "cast(count(*) filter (chosen) as double)"
    return "coalesce(sum(coalesce(x, 'nan'::double)) filter (chosen), 0.0)"


def _why_not(marker: str | None) -> str:
    if marker is None:
        return str(NOT_AVAILABLE)
    return f"coalesce(min(strength) filter (chosen and x is null), {NOT_AVAILABLE})"


def _strength(marker: str | None) -> str:
    """A marker's place among the strongest; an absent value is not available by itself."""
    if marker is None:
        return str(NOT_AVAILABLE)
    cases = " ".join(f"when {literal(one.value)} then {n}" for n, one in enumerate(STRONGEST))
    return f"case {identifier(marker)} {cases} else {NOT_AVAILABLE} end"


def _day(day: date | None) -> str:
    return f"date '{day.isoformat()}'" if day else "cast(null as date)"
