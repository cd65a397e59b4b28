"""Which old and new areas share ground, and how each new area's figures come about."""

from hereabouts.geography.conversion.tables import COUNTS, PAIRS
from hereabouts.geography.vintage import Change, Status
from hereabouts.model.conversion import Conversion, LookupStep
from hereabouts.model.sql import identifier, literal, qualified


def pairs_sql(conversion: Conversion) -> str:
    """Every pair of an old and a new area, through all the lookups.

    Through several lookups an old area goes to all that its successors went to; the parts are
    weighed once, by the last areas. Where one of them leads nowhere, `new` is missing and the
    old area is not carried, for its share could not be known.

    Shape:
        old, new, is_divided: whether the old area's counts must be shared out.
    """
    if blocks := conversion.blocks:
        return _divided(_distinct(blocks.product, blocks.old, blocks.new))
    if len(conversion.by) == 1 and conversion.by[0].change:
        return _as_said(conversion.by[0], conversion.by[0].change)
    first, *others = conversion.by
    pairs = _distinct(first.product, first.old, first.new)
    for step in others:
        pairs = (
            f"select distinct before.old, after.new from ({pairs}) as before left join"
            f" ({_distinct(step.product, step.old, step.new)}) as after on after.old = before.new"
        )
    return _divided(pairs)


def statuses_sql() -> str:
    """How the figures of each new area come about, and whether all of its parts are there.

    Shape:
        new, status, is_whole. Apportioned when any old area is shared out to it, summed when
        several go whole into it, and otherwise exact. Not whole when one of its old areas has
        no counts at all, or is not carried.
    """
    return f"""
        select new,
               bool_and(old in (select old from {COUNTS})
                        and old not in (select old from {PAIRS} where new is null)) as is_whole,
               case when bool_or(is_divided) then {literal(Status.APPORTIONED)}
                    when count(distinct old) > 1 then {literal(Status.SUMMED)}
                    else {literal(Status.EXACT)} end as status
        from {PAIRS} where new is not null group by new"""


def _as_said(step: LookupStep, change: str) -> str:
    """Areas are shared out where the lookup says split or otherwise; a lie shows in the total."""
    old, new, code = identifier(step.old), identifier(step.new), identifier(change)
    split = f"{literal(Change.SPLIT)}, {literal(Change.IRREGULAR)}"
    return f"""
        select old, new, change in ({split}) and count(*) over (partition by old) > 1 as is_divided
        from (
            select distinct cast({old} as varchar) as old, cast({new} as varchar) as new,
                   coalesce(cast({code} as varchar), '') as change
            from {qualified(step.product)} where {old} is not null
        )"""


def _divided(pairs: str) -> str:
    return f"select old, new, count(*) over (partition by old) > 1 as is_divided from ({pairs})"


def _distinct(product: str, old: str, new: str) -> str:
    return (
        f"select distinct cast({identifier(old)} as varchar) as old,"
        f" cast({identifier(new)} as varchar) as new"
        f" from {qualified(product)} where {identifier(old)} is not null"
    )
