"""Means, with limits by Student's t."""

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Estimate, Numbers, ratio, require_counts
from hereabouts.statistics.student_t import student_t_quantile


def mean_of_groups(
    values: Numbers, group: NDArray[np.int64], *, groups: int, confidence: float = 0.95
) -> Estimate:
    """The mean of each group's values, with limits.

    Args:
        values: any numbers; NaN where missing.
        group: which group each is in, from 0 to `groups` - 1.
        groups: how many groups there are, with or without values.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        `values` and `group` are one number per thing measured. One value and two limits per
        group; NaN where a value of the group is missing or there is none. Limits need two.

    Raises:
        DataError: Q702 if `confidence` is not in (0.5, 1); Q713 if the columns do not line up.

    Source:
        Fingertips Public Health Technical Guidance, means.
        Agrees with PHEindicatormethods 2.1.0 (testdata_Mean) to 1e-9.
    """
    numbers = np.asarray(values, dtype=np.float64)
    _require_groups(numbers, group, groups)
    size = np.bincount(group, minlength=groups).astype(np.float64)
    mean = ratio(_sums(group, numbers, groups), size)
    squares = _sums(group, (numbers - mean[group]) ** 2, groups)
    deviation = np.sqrt(ratio(squares, np.where(size > 1, size - 1, np.nan)))
    return mean_with_limits(mean, deviation, size, confidence=confidence)


def mean_with_limits(
    mean: Numbers, deviation: Numbers, size: Numbers, *, confidence: float = 0.95
) -> Estimate:
    """Limits for means that were worked out elsewhere, as a query does.

    Args:
        mean: of each sample; NaN where missing.
        deviation: the sample's standard deviation, with `size` - 1 below (SQL's stddev_samp).
        size: how many values each sample has.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One value and two limits per sample; NaN where something is missing, and limits NaN
        where there are fewer than two values.

    Raises:
        DataError: Q701 if a size or deviation is negative; Q702 if `confidence` is not in
            (0.5, 1).

    Source:
        Student (1908), Biometrika 6: 1-25.
    """
    count, spread = require_counts(size), require_counts(deviation)
    value = np.where(count > 0, np.asarray(mean, dtype=np.float64), np.nan)
    reach = student_t_quantile(count - 1, confidence=confidence) * spread / np.sqrt(count)
    return Estimate(value, value - reach, value + reach)


def _sums(group: NDArray[np.int64], values: Numbers, groups: int) -> Numbers:
    return np.bincount(group, values, groups).astype(np.float64)


def _require_groups(values: Numbers, group: NDArray[np.int64], groups: int) -> None:
    aligned = values.ndim == 1 and values.shape == np.shape(group)
    if not aligned or bool(np.any((group < 0) | (group >= groups))):
        raise DataError(
            "values and their groups do not line up",
            code="Q713",
            do="give each value one group, numbered from 0 to one less than there are groups",
        )
