"""One count over another, such as staff over patients, with limits."""

import numpy as np

from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import (
    Estimate,
    Numbers,
    normal_quantile,
    ratio,
    require_counts,
)


def ratio_of_counts(
    top: Numbers, bottom: Numbers, *, multiplier: float = 1.0, confidence: float = 0.95
) -> Estimate:
    """How many of `top` there are for every `multiplier` of `bottom`.

    Args:
        top: one count; NaN where missing.
        bottom: the other.
        multiplier: what the ratio is times, such as 100 for "for every 100 admissions".
        confidence: as a fraction.

    Shape:
        Columns of one shape, which is kept. A ratio with nothing below it is NaN; limits are NaN
        where either count is 0, for the logarithm of 0 is nowhere.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1); Q741 if
            the columns differ in shape; Q742 if a number is infinite.

    Source:
        The delta method on the logarithm: of two independent Poisson counts a and b, the
        variance of log(a / b) is 1/a + 1/b. Rothman, Greenland and Lash, Modern Epidemiology,
        3rd edition, chapter 14 (rate ratios).
    """
    over, under = aligned(require_counts(top), require_counts(bottom))
    value = ratio(over, under) * multiplier
    both = np.where((over > 0) & (under > 0), 1.0, np.nan)
    error = np.sqrt(ratio(both, over) + ratio(both, under))
    reach = np.exp(normal_quantile(confidence) * error)
    return Estimate(value, value / reach, value * reach)
