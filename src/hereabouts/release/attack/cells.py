"""The cells of what was published, and which add up to which, read from the files alone."""

from dataclasses import dataclass

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.linear_system import (
    Entries,
    Flags,
    Numbers,
    System,
    Whole,
    entries_of_sums,
    joined,
    together,
)
from hereabouts.engine.duckdb.columns import numbers
from hereabouts.release.manifest_model import ReleasedIndicator

#: Base areas of which nothing is published, and that lie in the same areas, now and before.
_STANDS_FOR = """
    create or replace temp table stands_for as
    with told as (
        select area_type, area_code, base_code from release.members
        where area_type in (
            select area_type from release.observations where list_contains($names, indicator)
        )
        union all
        select 'before', made_of, base_code from said_members
        where made_of in (
            select made_of from (
                select indicator, made_of from said union all
                select indicator, made_of from said_hidden
            ) where list_contains($names, indicator)
        )
    ), placed as (
        select base_code,
               string_agg(
                   area_type || ' ' || area_code, ' ' order by area_type, area_code
               ) as within
        from told group by base_code
    )
    select base_code as area_code, min(base_code) over (partition by within) as one from placed
"""
#: Rows of a family, with those areas that make them up though nothing is published of them.
_CELLS = """
    create or replace temp table cells as
    with rows as (
        select indicator, area_type, area_code, period_start, period_end, category,
               numerator, denominator, value, marker
        from release.observations
        where list_contains($names, indicator)
          and (marker = '[c]' or numerator is not null or denominator is not null)
    ), slots as (select distinct indicator, period_start, period_end, category from rows),
    unpublished as (
        select s.indicator, $base as area_type, b.base_code as area_code, s.period_start,
               s.period_end, s.category, null::double as numerator, null::double as denominator,
               null::double as value, null::varchar as marker
        from slots as s cross join (select distinct one as base_code from stands_for) as b
        where not list_contains($published, s.indicator)
    )
    select row_number() over (order by indicator, area_type, period_start, category, area_code) - 1
               as cell, *
    from (from rows union all from unpublished)
"""
#: Unpublished cells that lie in a row which an earlier release hid.
_HIDDEN_BEFORE = """
    select distinct c.cell
    from cells as c join said_members as m on m.base_code = c.area_code
    join said_hidden as h on h.made_of = m.made_of and h.indicator = c.indicator
        and h.period_start is not distinct from c.period_start
        and h.period_end is not distinct from c.period_end and h.category = c.category
    where c.area_type = $base and c.marker is null and c.numerator is null
      and c.denominator is null
"""
_SAME_SLOT = (
    "p.indicator = c.indicator and p.period_start is not distinct from c.period_start"
    " and p.period_end is not distinct from c.period_end and p.category = c.category"
)
_GEOGRAPHIES = f"""
    select p.cell as parent, c.cell as child
    from cells as p
    join release.members as m on m.area_type = p.area_type and m.area_code = p.area_code
    join cells as c on c.area_type = $base and c.area_code = m.base_code and {_SAME_SLOT}
    where p.area_type <> $base
"""
#: Where rows are about larger areas than the smallest, those areas make up the others.
_PARENTS = f"""
    select p.cell as parent, c.cell as child
    from cells as p
    join release.parents as m on m.parent_type = p.area_type and m.parent_code = p.area_code
    join cells as c on c.area_type = $base and m.area_type = $base
        and c.area_code = m.area_code and {_SAME_SLOT}
    where p.area_type <> $base
"""
_BREAKDOWNS = """
    select dense_rank() over (order by area_type, area_code, period_start, period_end) - 1
               as place, indicator, cell
    from cells order by cell
"""


@dataclass(frozen=True, slots=True)
class Cells:
    """Published rows of a family and what ties them.

    Shape:
        All (cells,) but the entries of equations. `hidden` are rows of the release, or, where it
        publishes nothing of an area, of an earlier one.
    """

    indicator: NDArray[np.str_]
    numerator: Numbers
    denominator: Numbers
    value: Numbers
    hidden: Flags
    unpublished: Flags
    entries: Entries


def cells_of(
    connection: duckdb.DuckDBPyConnection,
    family: tuple[ReleasedIndicator, ...],
    *,
    breakdowns: bool,
) -> Cells:
    """Lay out a family.

    Args:
        connection: sees the bundle as `release`, and what `read_said` left; keeps the cells as
            the table `cells`, and `stands_for`.
        family: indicators that count the same things.
        breakdowns: whether the categories of each are taken to add up to those of the others.
    """
    base, names = family[0].base_type, [indicator.id for indicator in family]
    published = [indicator.id for indicator in family if base in indicator.area_types]
    connection.execute(_STANDS_FOR, {"names": names})
    connection.execute(_CELLS, {"names": names, "base": base, "published": published})
    found = connection.sql("from cells order by cell").fetchnumpy()
    marker = np.asarray(np.ma.filled(np.ma.asarray(found["marker"], object), ""), np.str_)
    numerator, denominator, value = (
        numbers(found[name]) for name in ("numerator", "denominator", "value")
    )
    hidden = marker == "[c]"
    unpublished = ~hidden & np.isnan(numerator) & np.isnan(denominator)
    before = connection.execute(_HIDDEN_BEFORE, {"base": base}).fetchnumpy()["cell"]
    hidden[_whole(before)] = True
    pairs = connection.execute(_GEOGRAPHIES, {"base": base}).fetchnumpy()
    if not len(pairs["parent"]):
        pairs = connection.execute(_PARENTS, {"base": base}).fetchnumpy()
    parts = [entries_of_sums(_whole(pairs["parent"]), _whole(pairs["child"]))]
    if breakdowns and len(family) > 1:
        parts.append(_alike(connection, names))
    return Cells(
        np.asarray(found["indicator"], np.str_),
        numerator,
        denominator,
        value,
        hidden,
        unpublished,
        joined(parts),
    )


def system_over(cells: Cells, tells: Flags) -> System:
    """The equations between those cells that have a count of one kind."""
    row, cell, sign = cells.entries
    kept = np.isin(row, np.unique(row[~tells[cell]]), invert=True)
    equations, equation = np.unique(row[kept], return_inverse=True)
    size = len(cells.hidden)
    return System(
        row=equation.astype(np.int64),
        cell=cell[kept],
        sign=sign[kept],
        slack=np.zeros(len(equations)),
        lower=np.zeros(size),
        upper=np.full(size, np.inf),
        hidden=np.zeros(size, np.bool_),
    )


def _alike(connection: duckdb.DuckDBPyConnection, names: list[str]) -> Entries:
    """For every indicator: its categories, less those of the first of its periods, are none."""
    found = connection.sql(_BREAKDOWNS).fetchnumpy()
    place, cell = _whole(found["place"]), _whole(found["cell"])
    who = np.asarray(found["indicator"], np.str_)
    places = int(place.max(initial=-1)) + 1
    parts: list[Entries] = []
    for number, name in enumerate(names[1:]):
        other = who == name
        one, both = _first_beside(who, place, names[: number + 1], other)
        for chosen, sign in ((one, -1.0), (other, 1.0)):
            mine = chosen & np.isin(place, both)
            equation = place[mine] + number * places
            parts.append(Entries(equation, cell[mine], np.full(int(mine.sum()), sign)))
    return together(parts)


def _first_beside(
    who: NDArray[np.str_], place: Whole, names: list[str], other: Flags
) -> tuple[Flags, Whole]:
    """Cells of the first indicator in the same places and periods, and those places."""
    shared = [np.intersect1d(place[who == name], place[other]) for name in names]
    first = next((number for number, both in enumerate(shared) if len(both)), 0)
    return who == names[first], shared[first]


def _whole(column: NDArray[np.generic]) -> Whole:
    return np.asarray(column, np.int64)
