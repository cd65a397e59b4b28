"""Periods that others make up: a year and its months, published by one indicator or two."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb
import numpy as np

from hereabouts.disclosure.linear_system import Flags, Numbers, System, Whole

Span = tuple[date, date]  # the first day, and the day after the last

_SPANS = """
    select distinct indicator, period_start, period_end from cells
    where period_start is not null and period_end is not null
"""
_PAIRS = """
    select dense_rank() over (order by u.union_number, p.cell) - 1 as equation,
           p.cell as parent, c.cell as child
    from period_unions as u
    join cells as p on p.indicator = u.whole and p.period_start = u.whole_start
        and p.period_end = u.whole_end
    join cells as c on c.indicator = u.part and c.period_start = u.part_start
        and c.period_end = u.part_end and c.area_type = p.area_type
        and c.area_code = p.area_code and c.category = p.category
    qualify count(*) over (partition by u.union_number, p.cell) = u.size
    order by equation, child
"""


@dataclass(frozen=True, slots=True)
class PeriodSums:
    """Pairs of cells: (pairs,) of a longer period and of one that is part of it.

    `equation` numbers the sums from 0; all pairs of one have the same `parent`.
    """

    equation: Whole
    parent: Whole
    child: Whole

    def where_true(self, counts: Numbers) -> "PeriodSums":
        """Only sums that hold of `counts`."""
        total = self._summed(counts)
        return self._of(total == counts[self._whole])

    def where_possible(self, lower: Numbers, upper: Numbers) -> "PeriodSums":
        """Only sums that some counts from `lower` to `upper` agree with."""
        low, high = self._summed(lower), self._summed(upper)
        return self._of((low <= upper[self._whole]) & (lower[self._whole] <= high))

    def added_to(self, system: System) -> System:
        """The system with an equation more for each sum."""
        sums, rows = self._whole, len(system.slack)
        number = np.arange(len(sums))
        return System(
            row=np.concatenate([system.row, rows + self.equation, rows + number]),
            cell=np.concatenate([system.cell, self.child, sums]),
            sign=np.concatenate([system.sign, np.ones(len(self.child)), -np.ones(len(sums))]),
            slack=np.concatenate([system.slack, np.zeros(len(sums))]),
            lower=system.lower,
            upper=system.upper,
            hidden=system.hidden,
        )

    @property
    def _whole(self) -> Whole:
        _, first = np.unique(self.equation, return_index=True)
        return self.parent[first]

    def _summed(self, ends: Numbers) -> Numbers:
        size = int(self.equation.max(initial=-1)) + 1
        found = np.bincount(self.equation, weights=ends[self.child], minlength=size)
        return found.astype(np.float64)

    def _of(self, sums: Flags) -> "PeriodSums":
        kept = sums[self.equation]
        renumbered = np.cumsum(sums, dtype=np.int64) - 1
        return PeriodSums(renumbered[self.equation[kept]], self.parent[kept], self.child[kept])


def period_sums(
    connection: duckdb.DuckDBPyConnection, breakdowns: Mapping[str, str | None]
) -> PeriodSums:
    """Which cells are sums of others over time.

    Args:
        connection: sees `cells`: `cell`, and the keys of a row.
        breakdowns: of each indicator of a family; only those broken down alike are compared.
    """
    spans: dict[str, list[Span]] = {}
    for name, start, end in connection.execute(_SPANS).fetchall():
        spans.setdefault(name, []).append((start, end))
    rows = [
        (number, whole, *span, part, *piece, len(pieces))
        for number, (whole, span, part, pieces) in enumerate(_unions(spans, breakdowns))
        for piece in pieces
    ]
    none = np.empty(0, np.int64)
    if not rows:
        return PeriodSums(none, none, none)
    connection.execute(
        "create or replace temp table period_unions (union_number bigint, whole varchar,"
        " whole_start date, whole_end date, part varchar, part_start date, part_end date,"
        " size bigint)"
    )
    connection.executemany("insert into period_unions values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    found = connection.execute(_PAIRS).fetchnumpy()
    return PeriodSums(
        *(np.asarray(found[name], np.int64) for name in ("equation", "parent", "child"))
    )


def _unions(
    spans: Mapping[str, Sequence[Span]], breakdowns: Mapping[str, str | None]
) -> Iterator[tuple[str, Span, str, tuple[Span, ...]]]:
    for whole, wholes in sorted(spans.items()):
        for part, parts in sorted(spans.items()):
            if breakdowns[whole] == breakdowns[part]:
                for span in sorted(wholes):
                    if pieces := end_to_end(span, parts):
                        yield whole, span, part, pieces


def end_to_end(whole: Span, parts: Iterable[Span]) -> tuple[Span, ...]:
    """Those of `parts` that follow each other from the beginning of `whole` to its end.

    Where several begin on one day, the shortest; empty where they leave a gap.
    """
    inside = [part for part in parts if whole[0] <= part[0] < part[1] <= whole[1]]
    next_one = {part[0]: part for part in sorted(inside, reverse=True) if part != whole}
    found: list[Span] = []
    day = whole[0]
    while day in next_one:
        found.append(next_one[day])
        day = next_one[day][1]
    return tuple(found) if day == whole[1] else ()
