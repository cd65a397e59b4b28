"""The counts themselves: what each old area has, what part goes where, and what comes of it."""

from hereabouts.geography.conversion.tables import (
    CARRIED,
    COUNTS,
    PAIRS,
    SHARES,
    STATUSES,
    WEIGHED,
)
from hereabouts.geography.vintage import Status
from hereabouts.model.conversion import Conversion
from hereabouts.model.sql import identifier, literal, qualified

_HAIR = "1e-9"  # so that 3 reckoned as 2.9999999999 is not rounded down to 2


def counts_sql(conversion: Conversion) -> str:
    """The counts to carry, added up over every column that is not kept.

    Shape:
        old, the keys, the counts (double; missing when any of those added up is).
    """
    keys = _listed(conversion)
    sums = ", ".join(
        f"case when count({name}) = count(*) then cast(sum({name}) as double) end as {name}"
        for name in map(identifier, conversion.columns)
    )
    return f"""
        select cast({identifier(conversion.area)} as varchar) as old{keys}, {sums}
        from {qualified(conversion.source)} group by 1{keys}"""


def carried_sql(conversion: Conversion) -> str:
    """The part of each count that goes to each new area.

    A divided area is shared out by the weights of the same keys; where all of these are nought,
    by all the weights. Old areas that lead nowhere are left out.

    Shape:
        old, new, the keys, is_divided, the parts (missing when the count or its share is).
    """
    keys = _listed(conversion, "counts.")
    whole = "".join(f", counts.{identifier(c)} as {identifier(c)}" for c in conversion.columns)
    parts = "".join(f", {identifier(c)} * share as {identifier(c)}" for c in conversion.columns)
    on = " and ".join(
        [
            "weighed.old = pairs.old and weighed.new = pairs.new",
            *(
                f"weighed.{identifier(k)} is not distinct from counts.{identifier(k)}"
                for k in conversion.match
            ),
        ]
    )
    return f"""
        with pairs as (
            select * from {PAIRS} where old not in (select old from {PAIRS} where new is null)
        ), shared as (
            select counts.old, pairs.new{keys}{whole},
                   case when shares.share is null then null
                        when sum(weighed.weight) over parts > 0
                        then coalesce(weighed.weight, 0) / sum(weighed.weight) over parts
                        else shares.share end as share
            from {COUNTS} as counts join pairs on pairs.old = counts.old and pairs.is_divided
            join {SHARES} as shares on shares.old = pairs.old and shares.new = pairs.new
            left join {WEIGHED} as weighed on {on}
            window parts as (partition by counts.old{keys})
        )
        select counts.old, pairs.new{keys}, false as is_divided{whole}
        from {COUNTS} as counts join pairs on pairs.old = counts.old and not pairs.is_divided
        union all
        select old, new{_listed(conversion)}, true{parts} from shared"""


def rounded_sql(conversion: Conversion) -> str:
    """`carried`, with the parts of divided areas in whole numbers that keep each area's total.

    Every part is rounded down, and what is then left of the total goes, one each, to the parts
    that lost most; of equal ones to the first by code. Nothing is drawn by lot.

    Source:
        Hamilton's method of largest remainders.
    """
    kept = f"old, new{_listed(conversion)}, is_divided"
    over = f"partition by old{_listed(conversion)}"
    names = [identifier(column) for column in conversion.columns]
    downs = [f"floor({name} + {_HAIR})" for name in names]
    worked = "".join(
        f", {down} as down_{n}, row_number() over ({over} order by {name} - {down} desc, new)"
        f" as turn_{n}, round(sum({name}) over ({over})) - sum({down}) over ({over}) as left_{n}"
        for n, (name, down) in enumerate(zip(names, downs, strict=True))
    )
    parts = "".join(
        f", down_{n} + if(turn_{n} <= left_{n}, 1, 0) as {name}" for n, name in enumerate(names)
    )
    return f"""
        select * from {CARRIED} where not is_divided
        union all
        select {kept}{parts} from (select *{worked} from {CARRIED} where is_divided)"""


def converted_sql(conversion: Conversion, *, carried: str = CARRIED) -> str:
    """What the new areas have.

    A count is missing where any part of it is: a part of a count would look like all of it. An
    old area without any row is missing; one without a row for some keys has none of these.

    Args:
        conversion: what is declared.
        carried: the table of the parts, rounded or not.

    Shape:
        the new area column, the keys, the counts, status.
    """
    keys = _listed(conversion)
    named = "".join(f", {identifier(column)}" for column in conversion.columns)
    sums = "".join(
        f", case when count({name}) = count(*) and bool_and(is_whole) then sum({name}) end"
        for name in map(identifier, conversion.columns)
    )
    from_parts = f"from {carried} as carried join {STATUSES} as statuses using (new)"
    alone = f"status = {literal(Status.EXACT)}"  # most rows by far: nothing is added up
    return f"""
        select new as {identifier(conversion.to)}{keys}{named}, status from (
            select new{keys}{named}, status {from_parts} where {alone}
            union all
            select new{keys}{sums}, any_value(status) {from_parts} where not {alone}
            group by new{keys}
        ) order by new{keys}"""


def _listed(conversion: Conversion, of: str = "") -> str:
    return "".join(f", {of}{identifier(key)}" for key in conversion.keys)
