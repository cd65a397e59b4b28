"""Proportions: how many of a group have something."""

from hereabouts.statistics.intervals import Estimate, Numbers, ratio
from hereabouts.statistics.wilson import wilson_limits


def proportion(
    numerator: Numbers, denominator: Numbers, *, multiplier: float, confidence: float = 0.95
) -> Estimate:
    """Numerator over denominator, times `multiplier`, with Wilson limits.

    Args:
        numerator: those who have it, from 0 to the denominator; NaN where missing.
        denominator: all of them; NaN where missing.
        multiplier: 100 for a percentage, 1 for a share.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One value and two limits per row; NaN where either is missing or the denominator is 0.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1); Q703
            if a numerator is more than its denominator.

    Source:
        Fingertips Public Health Technical Guidance, proportions.
        Agrees with PHEindicatormethods 2.1.0 (testdata_Proportion) to 1e-9.
    """
    limits = wilson_limits(numerator, denominator, confidence=confidence)
    value = ratio(numerator, denominator) * multiplier
    return Estimate(value, limits.lower * multiplier, limits.upper * multiplier)
