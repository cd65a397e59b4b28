"""One door to every method an indicator may name."""

import numpy as np

from hereabouts.model.indicator import Method
from hereabouts.statistics.intervals import Estimate, Numbers, ratio, require_counts
from hereabouts.statistics.proportion import proportion
from hereabouts.statistics.rate import crude_rate


def estimate(
    numerator: Numbers,
    denominator: Numbers,
    *,
    method: Method,
    multiplier: float,
    confidence: float = 0.95,
) -> Estimate:
    """Values and limits by the method an indicator names.

    Args:
        numerator: a count; for a mean, the sum, which may be negative. NaN where missing.
        denominator: a count; not read for the method `count`. NaN where missing.
        method: count and mean have no limits (NaN) and no multiplier.
        multiplier: 100 for a percentage, 100,000 for a rate per 100,000.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One value and two limits per row; NaN where it cannot be said.

    Raises:
        DataError: Q401 if a count is negative; Q402 if `confidence` is not in (0.5, 1); Q403
            if a proportion's numerator is more than its denominator.

    Source:
        Each method's own module names its source.
    """
    if method is Method.PROPORTION:
        return proportion(numerator, denominator, multiplier=multiplier, confidence=confidence)
    if method is Method.CRUDE_RATE:
        return crude_rate(numerator, denominator, multiplier=multiplier, confidence=confidence)
    if method is Method.MEAN:
        return _without_limits(ratio(numerator, require_counts(denominator)))
    return _without_limits(require_counts(numerator))


def _without_limits(value: Numbers) -> Estimate:
    return Estimate(value, np.full(value.shape, np.nan), np.full(value.shape, np.nan))
