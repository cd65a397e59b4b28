"""Where a process runs, and how far it strays of itself: the lines of an XmR chart."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.statistics.intervals import Numbers, ratio

Groups = NDArray[np.intp]

_LIMIT = 2.66  # 3 / 1.128, as Making Data Count rounds it
_NEAR_LIMIT = 2 * (_LIMIT / 3)
_OUTLYING = 3.267  # times the mean moving range: the upper limit of a chart of moving ranges


class ProcessLimits(NamedTuple):
    """The lines of a chart at each point, in the unit of the values."""

    mean: Numbers
    lower: Numbers
    upper: Numbers
    near_lower: Numbers  # two thirds of the way to the lower limit
    near_upper: Numbers
    basis: NDArray[np.int64]  # points that the lines rest on


def process_limits(
    values: Numbers, group: Groups, *, baseline_points: int | None, screen: bool
) -> ProcessLimits:
    """The mean and the limits of each group of points.

    Args:
        values: in order of time within each group; NaN where missing.
        group: the number of each point's group, from 0 and never falling.
        baseline_points: how many points at the start of each group the lines rest on; None
            for all of them.
        screen: leave moving ranges of 3.267 times their mean or more out of it, once.

    Shape:
        One of each line per point, the same for all points of a group. NaN limits where there
        is no moving range: under two points, or, with `screen`, a group that never moves.

    Source:
        NHSRplotthedots 0.2 (nhs-r-community/NHSRplotthedots@050b07d7), whose screening is on
        by default; the Making Data Count spreadsheet does not screen.
    """
    first = np.flatnonzero(np.diff(group, prepend=-1))
    used = values.copy()
    if baseline_points is not None:
        used[np.arange(len(values)) - first[group] >= baseline_points] = np.nan
    moving = np.abs(np.diff(used, prepend=np.nan))
    moving[first] = np.nan
    average = _means(moving, group)
    if screen:
        average = _means(np.where(moving < _OUTLYING * average, moving, np.nan), group)
    mean = _means(used, group)
    basis = _sums(~np.isnan(used), group)[group].astype(np.int64)
    far, near = _LIMIT * average, _NEAR_LIMIT * average
    return ProcessLimits(mean, mean - far, mean + far, mean - near, mean + near, basis)


def _means(column: Numbers, group: Groups) -> Numbers:
    """The mean of each row's group, of what is not missing.

    The second pass takes out the rounding of the first. Without it the mean of eight times 0.1
    is below 0.1, and a series that never moves would be a run above its mean.
    """
    known = ~np.isnan(column)
    count = _sums(known, group)
    mean = ratio(_sums(np.where(known, column, 0.0), group), count)[group]
    left = ratio(_sums(np.where(known, column - mean, 0.0), group), count)[group]
    means: Numbers = mean + left
    return means


def _sums(column: Numbers | NDArray[np.bool_], group: Groups) -> Numbers:
    return np.bincount(group, weights=column).astype(np.float64)
