"""Natural breaks: classes whose values are as near each other as can be (Jenks)."""

import numpy as np
from numpy.typing import NDArray

MOST_POINTS = 500  # distinct values told apart; of more, near ones are taken together


def natural_breaks(values: NDArray[np.floating], *, classes: int) -> NDArray[np.float64]:
    """The lowest value of each class but the first.

    The sum of squared distances from each class's mean is the least there is. Of more than 500
    distinct values, runs of near ones are first taken as one, at their mean: no run has more than
    a 250th of the values, or is wider than a 249th of their range.

    Args:
        values: any order, none missing.
        classes: at least 1; fewer come back where there are fewer distinct values.

    Returns:
        Ascending, at most `classes` - 1.

    Source:
        Jenks, The data model concept in statistical mapping, International Yearbook of
        Cartography 7 (1967); solved exactly by the dynamic programme of Fisher, On grouping for
        maximum homogeneity, Journal of the American Statistical Association 53 (1958).
    """
    lowest, means, weights = _points(values)
    count = min(classes, len(means))
    if count < 2:
        return np.array([])
    cost = _costs(means, weights)
    best = cost[0].copy()
    starts: list[NDArray[np.intp]] = []
    for _class in range(1, count):
        # total[i, j]: the last class is of points i to j, and the classes before end at i - 1.
        total = cost + np.concatenate(([np.inf], best[:-1]))[:, None]
        starts.append(total.argmin(axis=0))
        best = total.min(axis=0)
    at, found = len(means), []
    for start in reversed(starts):
        at = int(start[at - 1])
        found.append(lowest[at])
    return np.array(found[::-1])


def _points(
    values: NDArray[np.floating],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Lowest value, mean and number of values of each point, ascending."""
    distinct, times = np.unique(np.asarray(values, dtype=np.float64), return_counts=True)
    run = np.arange(len(distinct))
    if len(distinct) > MOST_POINTS:
        half, above = MOST_POINTS // 2, distinct - distinct[0]
        by_count = np.cumsum(times) * half // (times.sum() + 1)
        by_width = np.floor(above / above[-1] * (half - 1)).astype(np.int64)
        run = by_count + by_width  # a new one where either is new
    first = np.flatnonzero(np.diff(run, prepend=-1))
    if not len(first):
        return distinct, distinct, distinct
    weights = np.add.reduceat(times, first).astype(np.float64)
    means: NDArray[np.float64] = np.add.reduceat(distinct * times, first) / weights
    return distinct[first], means, weights


def _costs(means: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """`[i, j]`: sum of squares about the mean of points i to j; infinite where j < i."""
    about = means - means.mean()  # nearer zero, so that squares lose nothing
    weight, total, square = (
        np.concatenate(([0.0], np.cumsum(weights * about**power))) for power in (0, 1, 2)
    )
    width = weight[None, 1:] - weight[:-1, None]
    part = total[None, 1:] - total[:-1, None]
    squares = square[None, 1:] - square[:-1, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        cost = np.maximum(squares - part**2 / width, 0.0)
    return np.where(np.tri(len(means), dtype=bool).T, cost, np.inf)
