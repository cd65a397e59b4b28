"""From the areas that rows are about to every area type an indicator is published for.

Always by adding up numerators and denominators, never by averaging rates. An area whose base
areas lack data beyond what the indicator allows has no value at all.
"""

from hereabouts.indicators.measure_sql import ALL, NOT_AVAILABLE, marker_of
from hereabouts.model.indicator import Indicator, Measure
from hereabouts.model.sql import identifier, literal

_SAME_PERIOD = (
    "{a}.period_start is not distinct from {b}.period_start"
    " and {a}.period_end is not distinct from {b}.period_end"
)


def belongs_sql(of_rows: str, area_type: str, base_type: str) -> str:
    """Which areas of `area_type` the areas that rows are about lie in: `code, area_code`."""
    if of_rows == area_type:
        return (
            "select area_code as code, area_code from place.areas"
            f" where area_type = {literal(area_type)}"
        )
    if of_rows == base_type:
        return (
            "select base_code as code, area_code from place.members"
            f" where area_type = {literal(area_type)}"
        )
    return (
        "select area_code as code, parent_code as area_code from place.parents"
        f" where area_type = {literal(of_rows)} and parent_type = {literal(area_type)}"
    )


def added_up_sql(measured: str, measure: Measure, *, missing_at_most: float) -> str:
    """`area_code, period_start, period_end, category, amount, why_not` for all of `belongs`.

    Args:
        measured: table of `measure_sql`'s rows.
        measure: what was measured; a count of rows is never missing.
        missing_at_most: share of an area's parts that may lack data, as a fraction.
    """
    enough = f"coalesce(cover.covered, 0) >= parts * (1.0 - {missing_at_most!r}) - 1e-9"
    known = "true" if measure.sum is None else f"(cover.covered > 0 and {enough})"
    table = identifier(measured)
    return f"""
        select grid.area_code, grid.period_start, grid.period_end, grid.category,
               case when {known} then coalesce(added.amount, 0.0) end as amount,
               case when not {known} then coalesce(cover.why_not, '{NOT_AVAILABLE}') end as why_not
        from (
            select e.area_code, e.parts, o.period_start, o.period_end, o.category
            from (select area_code, count(*) as parts from belongs group by area_code) as e
            cross join (select distinct period_start, period_end, category from {table}) as o
        ) as grid
        left join (
            select b.area_code, m.period_start, m.period_end, m.category, sum(m.amount) as amount
            from {table} as m join belongs as b on b.code = m.code
            group by all
        ) as added
            on added.area_code = grid.area_code and added.category = grid.category
            and {_SAME_PERIOD.format(a="added", b="grid")}
        left join (
            select area_code, period_start, period_end, count(*) filter (complete) as covered,
                   min(why_not) as why_not
            from (
                select b.area_code, m.code, m.period_start, m.period_end,
                       bool_and(m.amount is not null) as complete, min(m.why_not) as why_not
                from {table} as m join belongs as b on b.code = m.code
                group by all
            ) as parts_with_data
            group by all
        ) as cover
            on cover.area_code = grid.area_code and {_SAME_PERIOD.format(a="cover", b="grid")}"""


def observations_sql(indicator: Indicator, *, area_type: str) -> str:
    """Rows `area_code, period_start, period_end, category, numerator, denominator, marker`.

    Reads `place.areas` and the tables `numerators` and `denominators`. Either number is null
    where the area's data is missing; there is a row for every area of the type.
    """
    of_all = indicator.denominator is not None and indicator.denominator.of_all
    return f"""
        select areas.area_code, o.period_start, o.period_end, o.category,
               n.amount as numerator, d.amount as denominator,
               {marker_of("least(n.why_not, d.why_not)")} as marker
        from (select area_code from place.areas where area_type = {literal(area_type)}) as areas
        cross join (select distinct period_start, period_end, category from numerators) as o
        left join numerators as n
            on n.area_code = areas.area_code and n.category = o.category
            and {_SAME_PERIOD.format(a="n", b="o")}
        left join denominators as d
            on d.area_code = areas.area_code
            and d.category = {literal(ALL) if of_all else "o.category"}
            and {_SAME_PERIOD.format(a="d", b="o")}
        order by o.period_start, o.category, areas.area_code"""


NO_DENOMINATOR_SQL = (
    "select null::varchar as area_code, null::date as period_start, null::date as period_end,"
    " null::varchar as category, null::double as amount, null::varchar as why_not where false"
)
