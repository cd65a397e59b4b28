"""Areas of one year as areas of another, by an exact-fit lookup.

The lookup has one row per pair of an old and a new area that share ground, and a change code:
U unchanged, S split, M merged, X neither (boundaries moved in other ways).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.model.sql import identifier, qualified

Codes = NDArray[np.str_]


class Change(StrEnum):
    """How an old area became new ones, as the ONS lookups write it."""

    UNCHANGED = "U"
    SPLIT = "S"
    MERGED = "M"
    IRREGULAR = "X"


class Status(StrEnum):
    """How the figure of a new area came about."""

    EXACT = "exact"  # copied
    SUMMED = "summed"  # of whole old areas
    APPORTIONED = "apportioned"  # shared out by weights: an estimate, to be shown as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Which table and columns an exact-fit lookup is in."""

    table: str  # domain.product
    old: str
    new: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Counts of old areas, one row per area: which table and columns."""

    table: str
    area: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What counts are shared out by, one row per new area, such as its population."""

    table: str
    area: str
    weight: str


def classify(old: Codes, new: Codes) -> Codes:
    """The change code of each row of a lookup, from its pairs of codes alone.

    Args:
        old: code of the old area, one per row.
        new: code of the new area, one per row.

    Shape:
        One of U, S, M, X per row. A pair on its own is U, whether or not its code changed.

    Source:
        ONS, LSOA (2011) to LSOA (2021) exact-fit lookup for England and Wales, version 2.
    """
    _, old_at, children = np.unique(old, return_inverse=True, return_counts=True)
    _, new_at, parents = np.unique(new, return_inverse=True, return_counts=True)
    splits, merges = children[old_at], parents[new_at]
    most_merges, most_splits = np.ones_like(children), np.ones_like(parents)
    np.maximum.at(most_merges, old_at, merges)
    np.maximum.at(most_splits, new_at, splits)
    pure_split = (splits > 1) & (most_merges[old_at] == 1)
    pure_merge = (merges > 1) & (most_splits[new_at] == 1)
    alone = (splits == 1) & (merges == 1)
    return np.select(
        [alone, pure_split, pure_merge],
        [Change.UNCHANGED.value, Change.SPLIT.value, Change.MERGED.value],
        Change.IRREGULAR.value,
    )


def convert_sql(lookup: Lookup, *, counts: Counts, weights: Weights | None) -> str:
    """A SELECT that carries counts of old areas to new ones, and keeps their total.

    An unchanged area is copied and merged ones are summed. What is split, or changed in other
    ways, is shared out in proportion to the weights of the new areas; shares stay fractions.
    Convert numerators and denominators, never a rate. Run `unconvertible_sql` first: where an
    area cannot be converted this query stops rather than lose a count.

    Args:
        lookup: the exact-fit lookup.
        counts: what to convert. A missing count makes every new area it goes into missing.
        weights: None where nothing needs sharing out.

    Shape:
        area_code, value, status (exact, summed or apportioned): one row per new area that
        an old area in `counts` goes into.

    Source:
        ONS, LSOA (2011) to LSOA (2021) exact-fit lookup for England and Wales, version 2.
    """
    area, count = f"c.{identifier(counts.area)}", f"c.{identifier(counts.count)}"
    return f"""
        with shares as ({_shares(lookup, weights)})
        select shares.new as area_code,
               case when count({count}) = count(*)
                    then sum({count} * {_guarded(area)}) end as value,
               case when bool_or(shares.change in ('S', 'X')) then 'apportioned'
                    when bool_or(shares.change = 'M') then 'summed'
                    else 'exact' end as status
        from shares
        left join {qualified(counts.table)} as c on {area} = shares.old
        group by shares.new
        having count({area}) > 0
        order by area_code"""


def unconvertible_sql(lookup: Lookup, *, counts: Counts, weights: Weights | None) -> str:
    """Old areas with a count that cannot be carried over.

    Shape:
        area_code, why: `unknown` when the lookup does not have it, `unweighted` when it must
        be shared out and the new areas have no weights. Empty when all can be converted.
    """
    return f"""
        with shares as ({_shares(lookup, weights)}), offered as (
            select distinct cast({identifier(counts.area)} as varchar) as area_code
            from {qualified(counts.table)}
        )
        select area_code, 'unknown' as why from offered
        where area_code not in (select old from shares)
        union all
        select distinct area_code, 'unweighted' from offered
        join shares on shares.old = area_code
        where shares.share is null
        order by area_code"""


def require_convertible(found: list[tuple[str, str]]) -> None:
    """Refuse what `unconvertible_sql` found.

    Args:
        found: its rows: area code, then why.

    Raises:
        DataError: Q811 areas must be shared out and there are no weights; Q812 areas are not
            in the lookup.
    """
    unweighted = sum(why == "unweighted" for _, why in found)
    unknown = len(found) - unweighted
    if unweighted:
        raise DataError(
            f"{unweighted:,} areas were split or redrawn, and nothing says how to share them out",
            code="Q811",
            do="give weights: the population of each new area, of the age the count is about",
        )
    if unknown:
        raise DataError(
            f"{unknown:,} areas are not in the lookup",
            code="Q812",
            do="use the lookup from the year of these areas, or correct their codes",
        )


def _guarded(area: str) -> str:
    return (
        f"case when shares.share is null and {area} is not null"
        " then error('areas need weights: run unconvertible_sql first') else shares.share end"
    )


def _shares(lookup: Lookup, weights: Weights | None) -> str:
    """Old, new, change, and the share of the old count that goes to the new area."""
    pairs = (
        f"select {identifier(lookup.old)} as old, {identifier(lookup.new)} as new,"
        f" {identifier(lookup.change)} as change from {qualified(lookup.table)}"
    )
    if weights is None:
        return f"""
            select old, new, change, case when change in ('U', 'M') then 1.0 end as share
            from ({pairs}) as pairs"""
    total = "sum(w.weight) over (partition by pairs.old)"
    return f"""
        select pairs.old, pairs.new, pairs.change,
               case when pairs.change in ('U', 'M') then 1.0
                    when {total} > 0 then w.weight / {total} end as share
        from ({pairs}) as pairs
        left join (
            select {identifier(weights.area)} as area,
                   cast({identifier(weights.weight)} as double) as weight
            from {qualified(weights.table)}
        ) as w on w.area = pairs.new"""
