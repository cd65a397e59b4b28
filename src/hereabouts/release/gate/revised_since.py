"""Earlier figures that no longer hold, for an attack that is not to be led astray by them."""

from collections.abc import Callable

import duckdb

from hereabouts.release.gate.rows import WHOLE

_REVISED = f"""
    with exact as (
        select indicator, area_type, area_code, period_start, period_end, category,
               {WHOLE}
        from observations
    )
    select distinct s.indicator, s.made_of, s.period_start, s.period_end, s.category, s.kind,
           s.least, s.most
    from exact as o left join made_of_now as n using (area_type, area_code)
    join said as s on s.made_of = coalesce(n.made_of, o.area_type || '/' || o.area_code)
        and s.indicator = o.indicator and s.category = o.category
        and s.period_start is not distinct from o.period_start
        and s.period_end is not distinct from o.period_end
    where case s.kind when 'numerator' then o.numerator when 'denominator' then o.denominator
          else o.denominator - o.numerator end not between s.least and s.most
"""
_FORGET = """
    delete from said as s using revised as r
    where s.indicator = r.indicator and s.made_of = r.made_of and s.category = r.category
      and s.kind = r.kind and s.least = r.least and s.most = r.most
      and s.period_start is not distinct from r.period_start
      and s.period_end is not distinct from r.period_end
"""


def forgetting_what_was_revised(
    connection: duckdb.DuckDBPyConnection,
) -> Callable[[duckdb.DuckDBPyConnection], None]:
    """For `attack_families`: leave out what was said of areas that have other counts by now.

    A reader cannot know which of two hidden figures was revised, and may conclude what is not
    so. That is no reason to refuse a release.

    Args:
        connection: after `read_earlier`, which sees `observations` as they are.
    """
    found = connection.execute(_REVISED).fetchall()

    def also(attacking: duckdb.DuckDBPyConnection) -> None:
        attacking.execute(
            "create or replace temp table revised (indicator varchar, made_of varchar,"
            " period_start date, period_end date, category varchar, kind varchar,"
            " least double, most double)"
        )
        if found:
            attacking.executemany("insert into revised values (?, ?, ?, ?, ?, ?, ?, ?)", found)
            attacking.execute(_FORGET)

    return also
