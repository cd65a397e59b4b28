"""Widen cells over all independent parts of a system, several parts at a time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from os import cpu_count

import numpy as np

from hereabouts.disclosure.components import Part, independent_parts
from hereabouts.disclosure.linear_program import Matrix
from hereabouts.disclosure.linear_system import Flags, System, Whole
from hereabouts.disclosure.suppression.fewer_columns import fewer
from hereabouts.disclosure.suppression.nearby import FEW, nearby
from hereabouts.disclosure.suppression.widening import Secrecy, Widening

STEPS = (300, 3_000)  # entries of a sum that is near, at first and then
LONGEST = 600.0  # seconds that the solver may take for one independent part


def widened(system: System, secrecy: Secrecy, targets: Flags, width: float) -> tuple[Flags, Whole]:
    """Which cells are hidden in the end, and which of the targets could not be widened.

    Every target, and every cell that is hidden on the way, is widened to `width`, the costliest
    first; a change found for one often serves for others.

    Raises:
        DisclosureError: D402 if the solver stopped early.
    """
    still = replace(system, slack=np.zeros(len(system.slack)))
    parts = [
        part
        for part in independent_parts(
            still, movable=_movable(secrecy), settled=np.zeros(system.cells)
        )
        if bool(np.any(targets[part.cells]))
    ]

    def one(part: Part) -> tuple[Flags, list[int]]:
        return _near_or_far(part, secrecy.of(part.cells), targets[part.cells], width)

    hidden, failed = secrecy.hidden.copy(), np.zeros(system.cells, dtype=np.bool_)
    with ThreadPoolExecutor(cpu_count()) as pool:  # the solver works outside Python's lock
        for part, (now_hidden, narrow) in zip(parts, pool.map(one, parts), strict=True):
            hidden[part.cells] |= now_hidden
            failed[part.cells[narrow]] = True
    return hidden, np.flatnonzero(failed)


def _movable(secrecy: Secrecy) -> Flags:
    unseen = secrecy.hidden | np.isfinite(secrecy.cost)
    movable: Flags = unseen | (secrecy.shown.up > 0) | (secrecy.shown.down > 0)
    return movable


def _near_or_far(
    part: Part, secrecy: Secrecy, targets: Flags, width: float
) -> tuple[Flags, list[int]]:
    """First among the cells nearby; those for which they do not do, among ever more of the part."""
    matrix = part.matrix
    for small_sum in STEPS:
        near = nearby(matrix, targets, small_sum)
        if near is None:
            break
        found, failed = _of_fewer(matrix.of(near), secrecy.of(near), targets[near], width)
        secrecy = replace(secrecy, hidden=secrecy.hidden | _flags(near[found], len(targets)))
        if not failed:
            return secrecy.hidden, []
        targets = _flags(near[failed], len(targets))
    return _of_fewer(matrix, secrecy, targets, width)


def _of_fewer(
    matrix: Matrix, secrecy: Secrecy, targets: Flags, width: float
) -> tuple[Flags, list[int]]:
    """The same, with cells that are in the same sums taken together where there are many."""
    if matrix.columns <= FEW:
        return _widened_part(matrix, secrecy, targets, width)
    less = fewer(matrix, secrecy, targets, width)
    size = len(less.single)
    sought = np.zeros(less.matrix.columns, np.bool_)
    sought[:size] = targets[less.single]
    found, failed = _widened_part(less.matrix, less.secrecy, sought, width)
    hidden = secrecy.hidden | _flags(less.single[found[:size]], len(targets))
    return hidden, [int(less.single[cell]) for cell in failed]


def _flags(cells: Whole, size: int) -> Flags:
    flags = np.zeros(size, np.bool_)
    flags[cells] = True
    return flags


def _widened_part(
    matrix: Matrix, secrecy: Secrecy, targets: Flags, width: float
) -> tuple[Flags, list[int]]:
    work = Widening(matrix, secrecy)
    work.allow(LONGEST)
    order = np.argsort(-np.where(np.isfinite(secrecy.cost), secrecy.cost, 0), kind="stable")
    done: set[int] = set()
    failed: list[int] = []
    while waiting := [j for j in order if _is_due(j, targets, work, secrecy) and j not in done]:
        for cell in waiting:
            done.add(cell)
            if not work.is_wide(cell, width) and not work.widen(cell, width):
                failed.append(cell)
    return work.hidden, failed


def _is_due(cell: int, targets: Flags, work: Widening, secrecy: Secrecy) -> bool:
    return bool(targets[cell] or (work.hidden[cell] and not secrecy.hidden[cell]))
