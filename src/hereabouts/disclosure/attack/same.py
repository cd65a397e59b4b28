"""Cells that can only be the same count, taken for one.

Two indicators that count the same people say each count twice, and an area with one part says
its count twice too. What ties the two is an equation of two cells. Such cells are one unknown:
taken for one, far more cells turn out to be in the same sums, and programs are small.
"""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.attack.propagation import contradiction
from hereabouts.disclosure.linear_system import Flags, Numbers, System, Whole


@dataclass(frozen=True, slots=True)
class Merged:
    """A system in fewer cells; `of` is the new cell of each old one."""

    system: System
    of: Whole


def same_as_one(system: System) -> Merged:
    """Merge cells that an exact equation of two says are equal; what is known of them adds up.

    Raises:
        DisclosureError: D401 if two cells that must be equal cannot be.
    """
    _, of = np.unique(_first_of_each(system), return_inverse=True)
    of = of.reshape(-1).astype(np.int64)
    cells = int(of.max(initial=-1)) + 1
    lower, upper = np.full(cells, -np.inf), np.full(cells, np.inf)
    np.maximum.at(lower, of, system.lower)
    np.minimum.at(upper, of, system.upper)
    if bool(np.any(lower > upper)):
        raise contradiction()
    row, cell, sign = _entries(system, of, cells)
    hidden = np.bincount(of, weights=system.hidden, minlength=cells) > 0
    merged = System(
        row=row,
        cell=cell,
        sign=sign,
        slack=system.slack,
        lower=lower,
        upper=upper,
        hidden=np.asarray(hidden, np.bool_),
    )
    return Merged(merged, of)


def _entries(system: System, of: Whole, cells: int) -> tuple[Whole, Whole, Numbers]:
    """The entries, those of one row and new cell added up, and none that comes to nothing."""
    keys, place = np.unique(system.row * cells + of[system.cell], return_inverse=True)
    sign = np.bincount(place.reshape(-1), weights=system.sign, minlength=len(keys))
    kept = sign != 0
    row, cell = np.divmod(keys[kept], max(cells, 1))
    return row.astype(np.int64), cell.astype(np.int64), sign[kept]


def _first_of_each(system: System) -> Whole:
    """For each cell, the first that it is equal to."""
    one, other = _pairs(system)
    first = np.arange(system.cells)
    before = np.full_like(first, -1)
    while not np.array_equal(before, first):
        before = first.copy()
        least = np.minimum(first[one], first[other])
        np.minimum.at(first, one, least)
        np.minimum.at(first, other, least)
        first = first[first]
    return first


def _pairs(system: System) -> tuple[Whole, Whole]:
    """The two cells of each exact equation that has two, one less the other."""
    entries = np.bincount(system.row, minlength=len(system.slack))
    balance = np.bincount(system.row, weights=system.sign, minlength=len(system.slack))
    says: Flags = (entries == 2) & (balance == 0) & (system.slack == 0)
    mine = np.flatnonzero(says[system.row])
    mine = mine[np.argsort(system.row[mine], kind="stable")]
    pairs = system.cell[mine].reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
