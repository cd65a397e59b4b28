"""Whether everything that went in came out, and what did not."""

from hereabouts.geography.conversion.tables import (
    CARRIED,
    CONVERTED,
    COUNTS,
    PAIRS,
    SHARES,
    STATUSES,
)
from hereabouts.geography.vintage import Status
from hereabouts.model.conversion import Conversion
from hereabouts.model.sql import identifier, literal

_LOST = {
    "unknown": f"old is null or old not in (select old from {PAIRS})"
    f" or old in (select old from {PAIRS} where new is null)",
    "unweighted": f"old in (select old from {SHARES} where share is null)",
}


def balance_sql(column: str, conversion: Conversion) -> str:
    """The totals of one count on both sides.

    Shape:
        one row: before, after, apportioned (of `after`), unknown (areas that the lookup does not
        have, or that lead nowhere), unweighted (that must be shared out and have no weights),
        beside_missing (known parts of a new area another part of which is missing).
    """
    name = identifier(column)
    keys = "".join(f", {identifier(key)}" for key in conversion.keys)
    return f"""
        with beside as (
            select case when count({name}) < count(*) or not bool_and(is_whole)
                        then sum({name}) end as part
            from {CARRIED} join {STATUSES} using (new) group by new{keys}
        )
        select (select coalesce(sum({name}), 0) from {COUNTS}),
               (select coalesce(sum({name}), 0) from {CONVERTED}),
               (select coalesce(sum({name}), 0) from {CONVERTED}
                where status = {literal(Status.APPORTIONED)}),
               (select coalesce(sum({name}), 0) from {COUNTS} where {_LOST["unknown"]}),
               (select coalesce(sum({name}), 0) from {COUNTS} where {_LOST["unweighted"]}),
               (select coalesce(sum(part), 0) from beside)"""


def lost_areas_sql(why: str) -> str:
    """Old areas in `counts` that are not carried.

    Args:
        why: unknown or unweighted.

    Shape:
        old: one row per area, sorted; a missing code counts as one.
    """
    return f"select distinct old from {COUNTS} where {_LOST[why]} order by old"


def statuses_of_values_sql() -> str:
    """How many rows of what was made have each status, and of how many areas.

    Shape:
        status, rows.
    """
    return f"select status, count(*) from {CONVERTED} group by status order by status"


def areas_sql(conversion: Conversion) -> str:
    """How many areas there were, are, and were estimated.

    Shape:
        one row: old, new, apportioned.
    """
    area = identifier(conversion.to)
    return f"""
        select (select count(distinct old) from {COUNTS}), count(distinct {area}),
               count(distinct {area}) filter (status = {literal(Status.APPORTIONED)})
        from {CONVERTED}"""


def fractions_sql(conversion: Conversion) -> str:
    """How many old areas and keys have a count that is not whole.

    Shape:
        one row: the number.
    """
    broken = " or ".join(f"{c} <> round({c})" for c in map(identifier, conversion.columns))
    return f"select count(*) from {COUNTS} where {broken}"
