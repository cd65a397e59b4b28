"""The cells near those that are to be widened: what is hidden beside a count is seldom far off."""

import numpy as np

from hereabouts.disclosure.linear_program import Matrix
from hereabouts.disclosure.linear_system import Flags, Whole

FEW = 2_000  # columns that a program may have without being made smaller


def nearby(matrix: Matrix, targets: Flags, small_sum: int) -> Whole | None:
    """Columns near the targets; None where that is most of them.

    All that is in a small sum with a target, of up to `small_sum` entries, or in its smallest sum
    where none is small, and all the totals of which any of that is part. What is left out stays
    as it is, so that a change found among these is a change of the whole.
    """
    if matrix.columns <= FEW:
        return None
    column = np.repeat(np.arange(matrix.columns), np.diff(matrix.start))
    size = np.bincount(matrix.index, minlength=matrix.rows)
    chosen = np.zeros(matrix.rows, np.bool_)
    for target in np.flatnonzero(targets):
        rows = matrix.index[matrix.start[target] : matrix.start[target + 1]]
        if len(rows):
            chosen[rows[size[rows] <= max(small_sum, int(size[rows].min()))]] = True
    near = targets.copy()
    near[column[chosen[matrix.index]]] = True
    touched = np.zeros(matrix.rows, np.bool_)
    touched[matrix.index[near[column]]] = True
    near[column[touched[matrix.index] & (matrix.value < 0)]] = True
    return np.flatnonzero(near) if int(near.sum()) < matrix.columns // 2 else None
