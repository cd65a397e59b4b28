"""What was said before, of the cells of a family: of themselves, and of sums of them."""

from dataclasses import dataclass

import duckdb
import numpy as np

from hereabouts.disclosure.linear_system import Flags, Numbers, System, Whole

_SLOT = (
    "c.indicator = s.indicator and c.category = s.category"
    " and c.period_start is not distinct from s.period_start"
    " and c.period_end is not distinct from s.period_end"
)
_OWN = f"""
    select c.cell, s.least, s.most, max(s.release) as newest
    from cells as c left join made_of_now as n using (area_type, area_code)
    join said as s on s.made_of = coalesce(n.made_of, c.area_type || '/' || c.area_code)
        and {_SLOT}
    where s.kind = ? group by all order by newest desc, c.cell
"""
#: What was said of areas that have no cell of their own now: they are no more, or not published.
_BEYOND = """
    create or replace temp table said_beyond as
    select distinct indicator, made_of
    from said semi join (select distinct indicator from cells) using (indicator)
    anti join (
        select distinct c.indicator, coalesce(n.made_of, c.area_type || '/' || c.area_code)
            as made_of
        from cells as c left join made_of_now as n using (area_type, area_code)
    ) using (indicator, made_of)
"""
#: Each of them is the sum of the areas that rows are about, where these fill it.
_PARTS = """
    create or replace temp table said_parts as
    with part_sizes as (
        select area_code, count(*) as size from {members} where area_type = $base group by all
    ), sought as (
        from said_members semi join said_beyond using (made_of)
    ), parts as (
        select o.made_of, m.area_code, count(*) as inside
        from sought as o join {members} as m
            on m.base_code = o.base_code and m.area_type = $base
        group by all
    ), wholes as (select made_of, count(*) as size from sought group by all), filled as (
        select made_of, area_code
        from parts join part_sizes using (area_code) join wholes as w using (made_of)
        where inside = part_sizes.size
        qualify sum(inside) over (partition by made_of) = w.size
    )
    select distinct made_of, coalesce(one, area_code) as area_code
    from filled left join stands_for using (area_code)
"""
_SUMS = f"""
    with wholes as (
        select row_number() over (order by max(s.release) desc, s.made_of, s.category) - 1
                   as parent,
               s.indicator, s.made_of, s.period_start, s.period_end, s.category, s.least, s.most
        from said as s semi join said_beyond using (indicator, made_of)
        where s.kind = $kind and s.made_of in (select made_of from said_parts)
        group by s.indicator, s.made_of, s.period_start, s.period_end, s.category, s.least, s.most
    ), sizes as (select made_of, count(*) as size from said_parts group by all)
    select s.parent, c.cell as child, s.least, s.most
    from wholes as s join said_parts as p using (made_of) join sizes using (made_of)
    join cells as c on c.area_type = $base and c.area_code = p.area_code and {_SLOT}
    qualify count(*) over (partition by s.parent) = size
    order by s.parent, child
"""


@dataclass(frozen=True, slots=True)
class SaidOfCells:
    """Intervals of one kind of count, newest first: (said,) of cells, (sums,) of sums.

    Shape:
        `parent` and `child` are pairs: a sum, numbered from 0, and one cell of it.
    """

    cell: Whole
    least: Numbers
    most: Numbers
    parent: Whole
    child: Whole
    sum_least: Numbers
    sum_most: Numbers

    def where_true(self, counts: Numbers) -> "SaidOfCells":
        """Only what still holds of `counts`; the rest was revised since."""
        own = (self.least <= counts[self.cell]) & (counts[self.cell] <= self.most)
        sums = self.sums_of(counts)
        return self._of(own, (self.sum_least <= sums) & (sums <= self.sum_most))

    def where_possible(self, lower: Numbers, upper: Numbers) -> "SaidOfCells":
        """Only what cells from `lower` to `upper` could be, newest first: all a reader can ask."""
        least, most = lower.copy(), upper.copy()
        own = np.zeros(len(self.cell), np.bool_)
        for number, cell in enumerate(self.cell.tolist()):
            low, high = max(least[cell], self.least[number]), min(most[cell], self.most[number])
            if low <= high:
                least[cell], most[cell], own[number] = low, high, True
        low, high = self.sums_of(least), self.sums_of(most)
        return self._of(own, (self.sum_least <= high) & (low <= self.sum_most))

    def sums_of(self, counts: Numbers) -> Numbers:
        """What the parts of each sum come to."""
        size = len(self.sum_least)
        found = np.bincount(self.parent, weights=counts[self.child], minlength=size)
        return found.astype(np.float64)

    def none(self) -> "SaidOfCells":
        """Nothing said."""
        return self.only(np.zeros(self.statements, np.bool_))

    @property
    def statements(self) -> int:
        """How many intervals there are, of cells and then of sums."""
        return len(self.cell) + len(self.sum_least)

    def only(self, chosen: Flags) -> "SaidOfCells":
        """Some of the statements, (statements,)."""
        return self._of(chosen[: len(self.cell)], chosen[len(self.cell) :])

    def added_to(self, system: System) -> System:
        """The system with what was said: cells narrowed, and a shown cell more for each sum."""
        narrowed = system.narrowed(self.cell, self.least, self.most)
        return with_sums(narrowed, self.parent, self.child, (self.sum_least, self.sum_most))

    def _of(self, own: Flags, sums: Flags) -> "SaidOfCells":
        kept = sums[self.parent]
        renumbered = np.cumsum(sums) - 1
        return SaidOfCells(
            self.cell[own],
            self.least[own],
            self.most[own],
            renumbered[self.parent[kept]].astype(np.int64),
            self.child[kept],
            self.sum_least[sums],
            self.sum_most[sums],
        )


def said_of_cells(
    connection: duckdb.DuckDBPyConnection, kind: str, *, base: str, members: str
) -> SaidOfCells:
    """Match `said` to cells.

    Args:
        connection: sees what `read_said` left; `cells`: `cell`, and the keys of a row; and
            `stands_for`: the one that each area of type `base` is taken together under.
        kind: numerator, denominator or rest.
        base: type of the areas that rows are about.
        members: of areas as they are now.
    """
    own = connection.execute(_OWN, [kind]).fetchnumpy()
    connection.execute(_BEYOND)
    connection.execute(_PARTS.format(members=members), {"base": base})
    sums = connection.execute(_SUMS, {"kind": kind, "base": base}).fetchnumpy()
    _, first, parent = np.unique(sums["parent"], return_index=True, return_inverse=True)
    return SaidOfCells(
        np.asarray(own["cell"], np.int64),
        np.asarray(own["least"], np.float64),
        np.asarray(own["most"], np.float64),
        parent.reshape(-1).astype(np.int64),
        np.asarray(sums["child"], np.int64),
        np.asarray(sums["least"], np.float64)[first],
        np.asarray(sums["most"], np.float64)[first],
    )


def with_sums(
    system: System, parent: Whole, child: Whole, interval: tuple[Numbers, Numbers]
) -> System:
    """`system` with a shown cell more, and an equation, for each sum of its cells.

    Args:
        system: whose cells keep their numbers.
        parent: of each part, the number of its sum, from 0.
        child: of each part, its cell.
        interval: least and most of each sum.
    """
    sums = len(interval[0])
    rows, cells = len(system.slack), system.cells
    return System(
        row=np.concatenate([system.row, rows + parent, rows + np.arange(sums)]),
        cell=np.concatenate([system.cell, child, cells + np.arange(sums)]),
        sign=np.concatenate([system.sign, np.ones(len(child)), -np.ones(sums)]),
        slack=np.concatenate([system.slack, np.zeros(sums)]),
        lower=np.concatenate([system.lower, interval[0]]),
        upper=np.concatenate([system.upper, interval[1]]),
        hidden=np.concatenate([system.hidden, np.zeros(sums, np.bool_)]),
    )
