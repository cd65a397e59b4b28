"""Cells that are published together, what adds up to what, and what is known of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DisclosureError

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sums:
    """Cells that are sums of others: `parent[k]` has `child[k]` as one of its parts.

    All parts of a parent are named in the one `Sums`; another geography is another `Sums`. A
    part that is not published is a cell all the same, a hidden one. A count published once
    before under the same meaning is a parent with one child.
    """

    parent: Whole
    child: Whole
    slack: float = 0.0  # how far, in counts, parts and their parent are known to differ at most


class Entries(NamedTuple):
    """Entries of equations: which equation, which cell, and its sign."""

    row: Whole
    cell: Whole
    sign: Numbers  # 1 for a part, -1 for the sum


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """Equations between cells, as sparse rows, and an interval for each cell.

    Row r says: the sum of `sign * count` over its entries is from `-slack[r]` to `slack[r]`.

    Raises:
        DisclosureError: D105 if its columns do not fit together; D106 if an interval is empty.
    """

    row: Whole  # of each entry
    cell: Whole  # of each entry
    sign: Numbers  # of each entry: 1 for a part, -1 for the sum
    slack: Numbers  # of each row
    lower: Numbers  # of each cell: counts are known to be from here
    upper: Numbers  # of each cell: to here, or infinity
    hidden: Flags  # of each cell: whether its publication hides it

    def __post_init__(self) -> None:
        _require_fitting(self)
        if not bool(np.all(self.lower <= self.upper)):
            raise DisclosureError(
                "what is known of a cell leaves no count that it could be",
                code="D106",
                do="give each cell a lower limit no higher than its upper one; unknown is 0 to inf",
            )

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self.lower)

    def knowing(self, lower: Numbers, upper: Numbers, *, hidden: Flags) -> "System":
        """The same equations with these intervals and hidden cells, in place of any before."""
        return replace(self, lower=lower, upper=upper, hidden=hidden)

    def narrowed(self, cells: Whole, lower: Numbers, upper: Numbers) -> "System":
        """As before, with one thing more known: each of `cells` is from `lower` to `upper`.

        For what an earlier release said of the same people, or a rate says of its count.
        """
        least, most = self.lower.copy(), self.upper.copy()
        np.maximum.at(least, cells, lower)
        np.minimum.at(most, cells, upper)
        return replace(self, lower=least, upper=most)


def system_of_sums(cells: int, sums: Sequence[Sums]) -> System:
    """A row for each parent of each of `sums`; of the cells, nothing is known but that they count.

    Args:
        cells: how many cells, numbered from 0. Parents are cells too.
        sums: any number of geographies and margins, overlapping as they like.

    Raises:
        DisclosureError: D105 if a parent or child is no cell, or their numbers differ.
    """
    for one in sums:
        _require_pairs(one)
    entries = joined([entries_of_sums(one.parent, one.child) for one in sums])
    slack = [np.full(len(np.unique(one.parent)), one.slack) for one in sums]
    return System(
        row=entries.row,
        cell=entries.cell,
        sign=entries.sign,
        slack=np.concatenate([np.empty(0), *slack]),
        lower=np.zeros(cells),
        upper=np.full(cells, np.inf),
        hidden=np.zeros(cells, dtype=np.bool_),
    )


def entries_of_sums(parent: Whole, child: Whole) -> Entries:
    """An equation for each parent, in order: its children less itself are none."""
    parents, row = np.unique(parent, return_inverse=True)
    return Entries(
        np.concatenate([row.astype(np.int64), np.arange(len(parents))]),
        np.concatenate([child, parents]),
        np.concatenate([np.ones(len(child)), -np.ones(len(parents))]),
    )


def together(parts: Sequence[Entries]) -> Entries:
    """Entries of the same equations, as they are numbered."""
    none = np.empty(0, np.int64)
    every = [Entries(none, none, np.empty(0)), *parts]
    return Entries(*(np.concatenate(columns) for columns in zip(*every, strict=True)))


def joined(parts: Sequence[Entries]) -> Entries:
    """Entries of different equations: those of each part are numbered on from the one before."""
    sizes = [int(part.row.max(initial=-1)) + 1 for part in parts]
    firsts = np.cumsum([0, *sizes])[:-1]
    return together(
        [part._replace(row=part.row + first) for part, first in zip(parts, firsts, strict=True)]
    )


def sums_along(codes: Whole, dimension: int, parent_of: Whole, *, slack: float = 0.0) -> Sums:
    """The sums of a table along one dimension, such as sex, age or one geography.

    Args:
        codes: of each cell, its category in each dimension, from 0; totals are categories too.
        dimension: the column of `codes` to add up along.
        parent_of: for each category, the one it is part of; -1 where it is part of none.
        slack: how far parts and sum may differ, where totals were perturbed on their own.

    Shape:
        Pairs of cells that are alike in every other dimension, where both are in the table.

    Raises:
        DisclosureError: D105 if two cells have the same codes, or a code is not in `parent_of`.
    """
    wide = codes.max(axis=0, initial=0) + 1
    wide[dimension] = len(parent_of)
    if (
        bool(np.any(codes < 0) or np.any(codes >= wide))
        or parent_of.max(initial=-1) >= wide[dimension]
    ):
        raise _malformed("a cell has a category that its dimension does not")
    keys = np.ravel_multi_index(tuple(codes.T), tuple(wide))
    order = np.argsort(keys, kind="stable")
    if bool(np.any(np.diff(keys[order]) == 0)):
        raise _malformed("two cells of a table are the same")
    above = parent_of[codes[:, dimension]]
    child = np.flatnonzero(above >= 0)
    wanted = codes[child].copy()
    wanted[:, dimension] = above[child]
    sought = np.ravel_multi_index(tuple(wanted.T), tuple(wide))
    place = np.minimum(np.searchsorted(keys[order], sought), len(keys) - 1)
    parent = order[place]
    there = keys[parent] == sought
    return Sums(parent[there], child[there], slack)


def _require_pairs(sums: Sums) -> None:
    if sums.parent.shape != sums.child.shape or sums.slack < 0:
        raise _malformed("parents and children of a sum are not pairs, or its slack is below 0")


def _require_fitting(system: System) -> None:
    entries = {len(system.row), len(system.cell), len(system.sign)}
    columns = {len(system.lower), len(system.upper), len(system.hidden)}
    if len(entries) != 1 or len(columns) != 1:
        raise _malformed("its columns are of different lengths")
    for index, most in ((system.cell, system.cells), (system.row, len(system.slack))):
        if bool(np.any((index < 0) | (index >= most))):
            raise _malformed("an equation names a cell that is not there")


def _malformed(problem: str) -> DisclosureError:
    return DisclosureError(
        f"cells and sums do not fit together: {problem}",
        code="D105",
        do="number cells from 0, name each once, and give every sum cells that are there",
    )
