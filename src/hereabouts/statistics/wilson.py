"""Confidence limits for a proportion, by Wilson's score method."""

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Limits, Numbers, normal_quantile, require_counts


def wilson_limits(numerator: Numbers, denominator: Numbers, *, confidence: float = 0.95) -> Limits:
    """Limits for proportions, from 0 to 1.

    Args:
        numerator: those who have it, from 0 to the denominator; NaN where missing.
        denominator: all of them; NaN where missing.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One lower and one upper limit per row; NaN where either is missing or the denominator
        is 0.

    Returns:
        Limits as shares from 0 to 1.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1); Q703
            if a numerator is more than its denominator.

    Source:
        Wilson (1927), Journal of the American Statistical Association 22: 209-212.
        Agrees with PHEindicatormethods 2.1.0 (testdata_Byars_Wilson) to 1e-9.
    """
    z = normal_quantile(confidence)
    x, n = require_counts(numerator), require_counts(denominator)
    n = np.where(n == 0, np.nan, n)
    if bool(np.any(x > n)):
        raise DataError(
            "a proportion's numerator is more than its denominator",
            code="Q703",
            do="count in the numerator only what is in the denominator, or use crude_rate",
        )
    spread = z * np.sqrt(z * z + 4 * x * (1 - x / n))
    low, high = ((2 * x + z * z + way * spread) / 2 / (n + z * z) for way in (-1, 1))
    # None and all are ends of the scale, which rounding would miss by a hair, on either side.
    return Limits(np.where((x == 0) & (n > 0), 0.0, low), np.where(x == n, 1.0, high))
