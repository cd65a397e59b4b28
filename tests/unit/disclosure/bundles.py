"""Small bundles of tables, and every whole-number answer to what is published of one."""

import itertools
from collections.abc import Sequence

import numpy as np

from hereabouts.disclosure.attack.published import said_exactly
from hereabouts.disclosure.linear_system import Flags, Numbers, Sums, System, Whole, system_of_sums


def bundle(blocks: Sequence[int], *geographies: Sequence[int]) -> tuple[System, Numbers]:
    """A cell for each block, then for each area of each geography; blocks are labelled by area."""
    counts = [np.array(blocks, dtype=np.float64)]
    sums, cells = [], len(blocks)
    for labels in geographies:
        area = np.array(labels, dtype=np.int64)
        sums.append(Sums(cells + area, np.arange(len(blocks))))
        counts.append(np.bincount(area, weights=counts[0]).astype(np.float64))
        cells += len(counts[-1])
    return system_of_sums(cells, sums), np.concatenate(counts)


def shown_but(system: System, counts: Numbers, hidden: Flags) -> System:
    """As published where `hidden` cells are, and every other is exact."""
    return system.knowing(*said_exactly(np.where(hidden, np.nan, counts)), hidden=hidden)


def small(counts: Numbers, most: int) -> Flags:
    """Counts that a policy hides for their own sake."""
    flags: Flags = (counts > 0) & (counts <= most)
    return flags


def enumerated(system: System, blocks: int, most: int) -> tuple[Numbers, Numbers]:
    """Least and most of each hidden cell, over whole counts of blocks, `most` where unlimited."""
    least, greatest = np.full(system.cells, np.inf), np.full(system.cells, -np.inf)
    ranges = [
        range(int(low), int(high if np.isfinite(high) else most) + 1)
        for low, high in zip(system.lower[:blocks], system.upper[:blocks], strict=True)
    ]
    for guess in itertools.product(*ranges):
        counts = summed(system, np.array(guess, dtype=np.float64))
        if bool(np.all((counts >= system.lower) & (counts <= system.upper))):
            np.minimum(least, counts, out=least)
            np.maximum(greatest, counts, out=greatest)
    return least[system.hidden], greatest[system.hidden]


def summed(system: System, blocks: Numbers) -> Numbers:
    """Blocks and every area above them."""
    counts = np.concatenate([blocks, np.zeros(system.cells - len(blocks))])
    parts = system.sign > 0
    parent: Whole = np.zeros(len(system.slack), dtype=np.int64)
    parent[system.row[~parts]] = system.cell[~parts]
    np.add.at(counts, parent[system.row[parts]], counts[system.cell[parts]])
    return counts
