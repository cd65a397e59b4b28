"""Values replaced by what their ranks would be in a normal distribution."""

from statistics import NormalDist

import numpy as np

from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import Numbers


def normal_scores(values: Numbers) -> Numbers:
    """The normal deviate at each value's rank: order is kept, distance is not.

    A few extreme values then cannot make clusters of whatever lies beside them, and sums of a
    handful of scores are close enough to normal for small probabilities to be right.

    Args:
        values: NaN where missing.

    Shape:
        One score per value; equal values share the score of their mean rank; NaN stays.

    Raises:
        DataError: Q742 if a number is infinite.

    Source:
        Blom (1958), Statistical Estimates and Transformed Beta-Variables:
        the deviate at (rank - 3/8) / (n + 1/4).
    """
    (values,) = aligned(values)
    known = ~np.isnan(values)
    _, where, times = np.unique(values[known], return_inverse=True, return_counts=True)
    mean_rank = np.cumsum(times) - (times - 1) / 2
    share = (mean_rank - 0.375) / (known.sum() + 0.25)
    deviates = np.array([NormalDist().inv_cdf(float(one)) for one in share], dtype=np.float64)
    scores = np.full(values.shape, np.nan)
    scores[known] = deviates[where] if len(where) else []
    return scores
