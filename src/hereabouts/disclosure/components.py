"""A system in independent parts: what is hidden in one tells nothing of another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hereabouts.disclosure.linear_program import Matrix
from hereabouts.disclosure.linear_system import Flags, Numbers, System, Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some cells of a system and the rows that tie them, every other cell being settled."""

    cells: Whole  # their numbers in the system, rising
    matrix: Matrix  # a column for each of `cells`
    row_lower: Numbers
    row_upper: Numbers

    @property
    def is_forest(self) -> bool:
        """Whether no two ways lead from one cell to another, so that intervals say all."""
        return len(self.matrix.index) == len(self.cells) + self.matrix.rows - 1


def independent_parts(system: System, *, movable: Flags, settled: Numbers) -> list[Part]:
    """The parts that fall asunder where cells are settled.

    Args:
        system: equations; its intervals are not looked at.
        movable: cells whose count is open. Those in no equation are parts of their own.
        settled: the count of each other cell.

    Shape:
        Parts in the order of their first cell. Every movable cell is in one.
    """
    known = ~movable[system.cell]
    said = np.bincount(
        system.row[known],
        weights=system.sign[known] * settled[system.cell[known]],
        minlength=len(system.slack),
    ).astype(np.float64)
    row, cell, sign = system.row[~known], system.cell[~known], system.sign[~known]
    label = _labels(row, cell, system)
    cells = np.flatnonzero(movable)
    cells = cells[np.argsort(label[cells], kind="stable")]
    order = np.lexsort((row, cell, label[cell]))
    starts, groups = _runs(label[cells]), _runs(label[cell[order]])
    entries = dict(groups)
    parts = []
    for name, where in starts:
        mine = order[entries[name]] if name in entries else order[:0]
        held = (row[mine], cell[mine], sign[mine])
        parts.append(_part(cells[where], held, (-system.slack - said, system.slack - said)))
    return parts


def _part(
    cells: Whole, entries: tuple[Whole, Whole, Numbers], limits: tuple[Numbers, Numbers]
) -> Part:
    row, cell, sign = entries
    rows, index = np.unique(row, return_inverse=True)
    start = np.searchsorted(cell, np.append(cells, np.iinfo(np.int64).max))
    return Part(
        cells=cells,
        matrix=Matrix(rows=len(rows), start=start, index=index.astype(np.int64), value=sign),
        row_lower=limits[0][rows],
        row_upper=limits[1][rows],
    )


def _runs(labels: Whole) -> list[tuple[int, slice]]:
    """Each label and where it stands, in labels that are in order."""
    edges = np.flatnonzero(np.diff(labels, prepend=-1, append=-1)) if len(labels) else labels
    return [(int(labels[first]), slice(int(first), int(last))) for first, last in pairwise(edges)]


def _labels(row: Whole, cell: Whole, system: System) -> Whole:
    """For each cell, the first cell that it is tied to."""
    label = np.arange(system.cells)
    for _ in _until_still(label):
        least = np.full(len(system.slack), system.cells)
        np.minimum.at(least, row, label[cell])
        np.minimum.at(label, cell, least[row])
        label[:] = label[label]
    return label


def _until_still(label: Whole) -> Iterator[None]:
    before = np.full_like(label, -1)
    while not np.array_equal(before, label):
        before = label.copy()
        yield
