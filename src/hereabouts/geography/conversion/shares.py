"""What part of a divided area's counts goes to each new area."""

from hereabouts.geography.conversion.tables import PAIRS, WEIGHED
from hereabouts.model.conversion import Conversion
from hereabouts.model.sql import identifier, qualified


def weighed_sql(conversion: Conversion) -> str:
    """The weight of each part of each divided area, by the keys that are matched.

    Shape:
        old, new, the matched keys, weight. A new area without any weight is left out, and
        empty when the conversion has no weights.
    """
    keys = "".join(f", {identifier(key)}" for key in conversion.match)
    if blocks := conversion.blocks:
        return f"""
            select old, new{keys}, sum(weight) as weight
            from (
                select cast({identifier(blocks.old)} as varchar) as old,
                       cast({identifier(blocks.new)} as varchar) as new{keys},
                       {_weight(blocks.weight)} as weight
                from {qualified(blocks.product)}
            )
            where old in (select old from {PAIRS} where is_divided) group by old, new{keys}"""
    if weights := conversion.weights:
        return f"""
            select pairs.old, pairs.new{keys}, sum(weight) as weight
            from {PAIRS} as pairs join (
                select cast({identifier(weights.area)} as varchar) as area{keys},
                       {_weight(weights.weight)} as weight
                from {qualified(weights.product)}
            ) as weights on weights.area = pairs.new
            where pairs.is_divided group by pairs.old, pairs.new{keys}"""
    return "select '' as old, '' as new, 0.0 as weight where false"


def shares_sql() -> str:
    """The share of each part of each divided area by all its weights, whatever the keys.

    Shape:
        old, new, share: missing throughout an old area when one of its parts has no weight
        given, or all of them weigh nothing.

    Source:
        ONS, best-fit and apportionment by population; error by hold-out in docs/decisions/0016.
    """
    return f"""
        with weighed as (
            select pairs.old, pairs.new, sum(weighed.weight) as weight
            from {PAIRS} as pairs
            left join {WEIGHED} as weighed on weighed.old = pairs.old and weighed.new = pairs.new
            where pairs.is_divided group by pairs.old, pairs.new
        )
        select old, new,
               case when count(weight) over parts = count(*) over parts
                         and sum(weight) over parts > 0
                    then weight / sum(weight) over parts end as share
        from weighed window parts as (partition by old)"""


def below_zero_sql(conversion: Conversion) -> str | None:
    """How many weights are below zero, which nothing can weigh; None without weights.

    Shape:
        one row: the number.
    """
    given = conversion.blocks or conversion.weights
    if given is None:
        return None
    return f"select count(*) from {qualified(given.product)} where {identifier(given.weight)} < 0"


def _weight(column: str) -> str:
    """A count that is not known weighs nothing."""
    return f"coalesce(cast({identifier(column)} as double), 0)"
