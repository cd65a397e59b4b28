"""Cells that are in the same sums, whose counts may be exchanged without anybody noticing.

A national table has tens of thousands of cells and far fewer ways of being in sums: all small
areas of one ward, district and board are alike. Only what such cells come to together matters to
the rest, so that a linear program needs one column for all of them.
"""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.linear_program import Matrix
from hereabouts.disclosure.linear_system import Flags, Numbers, Whole

SEED = 20201128


@dataclass(frozen=True, slots=True)
class Alike:
    """Columns of a matrix in classes of the same entries.

    Shape:
        `of` is the class of each column, from 0, and `one` a column of each class.
    """

    of: Whole
    one: Whole

    def together(self, counts: Numbers) -> Numbers:
        """The sum of each class; infinite where one of its cells is."""
        summed = np.bincount(
            self.of, weights=np.where(np.isinf(counts), 0.0, counts), minlength=len(self.one)
        )
        boundless = np.bincount(self.of, weights=np.isinf(counts), minlength=len(self.one)) > 0
        return np.where(boundless, np.inf, summed)

    def the_others(self, counts: Numbers) -> Numbers:
        """For each column, the sum of the others of its class."""
        known = np.where(np.isinf(counts), 0.0, counts)
        summed = np.bincount(self.of, weights=known, minlength=len(self.one))
        boundless = np.bincount(self.of, weights=np.isinf(counts), minlength=len(self.one))
        others: Flags = boundless[self.of] - np.isinf(counts) > 0
        return np.where(others, np.inf, summed[self.of] - known)


def alike(matrix: Matrix) -> Alike:
    """Classes of the columns; one that has no entries is a class of its own.

    Columns are told apart by two sums of random numbers, one for each row they are in: that two
    different ones come to the same is as likely as drawing a number of 38 digits twice.
    """
    drawn = np.random.default_rng(SEED).integers(1, 2**63, (2, matrix.rows), dtype=np.uint64)
    lengths = np.diff(matrix.start)
    column = np.repeat(np.arange(matrix.columns), lengths)
    signed = matrix.value.astype(np.int64).astype(np.uint64)
    marks = np.zeros((matrix.columns, 3), np.uint64)
    for number in range(2):
        np.add.at(marks[:, number], column, drawn[number][matrix.index] * signed)
    nowhere = np.flatnonzero(lengths == 0)
    marks[nowhere, 2] = nowhere + 1
    _, one, of = np.unique(marks, axis=0, return_index=True, return_inverse=True)
    return Alike(of.reshape(-1).astype(np.int64), one.astype(np.int64))
