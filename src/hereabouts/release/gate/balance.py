"""What adds up to what among the rows of a family: geographies, and breakdowns of one count."""

import numpy as np

from hereabouts.disclosure.linear_system import (
    Entries,
    Numbers,
    System,
    Whole,
    entries_of_sums,
    joined,
    together,
)
from hereabouts.indicators.area_sql import Areas
from hereabouts.model.indicator import Indicator
from hereabouts.release.gate.rows import Rows

NEAR = 1e-6


def balances(
    rows: Rows, counts: Numbers, family: tuple[Indicator, ...], areas: Areas, *, breakdowns: bool
) -> System:
    """Equations between `counts`, with nothing yet known of them.

    Args:
        rows: of the family.
        counts: one per row: numerators, denominators or what is left between them. A row that
            has none is in no equation.
        family: the indicators that `rows` are of.
        areas: of the place.
        breakdowns: whether the categories of one indicator add up to what those of another do.

    An equation that does not hold of the counts, as where a benchmark reaches beyond the place,
    has as much slack as it is out by: a reader may not know why, and is given the doubt.
    """
    found = [_geographies(rows, counts, n, one, areas) for n, one in enumerate(family)]
    if breakdowns:
        found.append(_breakdowns(rows, counts, len(family)))
    entries = joined(found)
    equations = int(entries.row.max(initial=-1)) + 1
    known = np.where(np.isnan(counts), 0.0, counts)
    off = np.bincount(entries.row, weights=entries.sign * known[entries.cell], minlength=equations)
    return System(
        row=entries.row,
        cell=entries.cell,
        sign=entries.sign,
        slack=np.where(np.abs(off) < NEAR, 0.0, np.ceil(np.abs(off) - NEAR)),
        lower=np.zeros(len(counts)),
        upper=np.full(len(counts), np.inf),
        hidden=np.zeros(len(counts), np.bool_),
    )


def _geographies(
    rows: Rows, counts: Numbers, number: int, indicator: Indicator, areas: Areas
) -> Entries:
    """Each area of each level is the sum of the areas that rows are about, slot by slot."""
    found = []
    base = _grid(rows, counts, number, indicator.area_type, areas)
    every = areas.codes(indicator.area_type)
    for level in rows.levels:
        if base is None or level == indicator.area_type:
            continue
        above = _grid(rows, counts, number, level, areas)
        if above is None:
            continue
        belongs = areas.belongs(indicator.area_type, level, every)
        child, parent = base[belongs.part].reshape(-1), above[belongs.area].reshape(-1)
        both = (child >= 0) & (parent >= 0)
        found.append(entries_of_sums(parent[both], child[both]))
    return joined(found)


def _grid(rows: Rows, counts: Numbers, number: int, level: str, areas: Areas) -> Whole | None:
    """(areas, slots) -> the row with that count, or -1; None where there is no such row."""
    if level not in rows.levels:
        return None
    mine = np.flatnonzero(
        rows.of(number)
        & (rows.level == rows.levels.index(level))
        & (rows.area >= 0)
        & ~np.isnan(counts)
    )
    grid = np.full((len(areas.codes(level)), int(rows.slot.max(initial=-1)) + 1), -1, np.int64)
    grid[rows.area[mine], rows.slot[mine]] = mine
    return grid


def _breakdowns(rows: Rows, counts: Numbers, indicators: int) -> Entries:
    """What one indicator's categories add up to in an area is what another's do."""
    keys = np.stack([rows.level, rows.area, rows.period], axis=1)
    _, where = np.unique(keys, axis=0, return_inverse=True)
    where = where.reshape(-1)
    places = int(where.max(initial=-1)) + 1
    total = np.full((indicators, places), np.nan)
    for number in range(indicators):
        mine = rows.of(number)
        there = np.bincount(where[mine], minlength=places) > 0
        summed = np.bincount(where[mine], weights=counts[mine], minlength=places)
        total[number] = np.where(there, summed, np.nan)  # NaN where any of them is
    found = []
    for number in range(1, indicators):
        first = _first_beside(total, number)  # others are of other periods
        same = (np.abs(total[number] - total[first]) < NEAR) & (first < number)
        place = np.flatnonzero(same)
        equation = np.full(places, -1, np.int64)
        equation[place] = np.arange(len(place))
        sides = []
        for one, sign in ((first, -1.0), (number, 1.0)):
            held = np.flatnonzero(rows.of(one) & (equation[where] >= 0))
            sides.append(Entries(equation[where[held]], held, np.full(len(held), sign)))
        found.append(together(sides))
    return joined(found)


def _first_beside(total: Numbers, number: int) -> int:
    """The first indicator with counts in the same places and periods; itself if there is none."""
    shared = ~np.isnan(total[: number + 1]) & ~np.isnan(total[number])
    return int(np.argmax(shared.any(axis=1)))
