"""Crude rates: events per so many people."""

from hereabouts.statistics.intervals import Estimate, Numbers, ratio, require_counts
from hereabouts.statistics.poisson import poisson_limits


def crude_rate(
    numerator: Numbers, denominator: Numbers, *, multiplier: float, confidence: float = 0.95
) -> Estimate:
    """Events over population, times `multiplier`, with limits.

    Limits are exact below 10 events and Byar's from 10 upwards, as Fingertips publishes.

    Args:
        numerator: events, 0 or more; NaN where missing.
        denominator: population or person-years, 0 or more; NaN where missing.
        multiplier: 100,000 for a rate per 100,000.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One value and two limits per row; NaN where either is missing or the denominator is 0.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        Fingertips Public Health Technical Guidance, crude rates.
        Agrees with PHEindicatormethods 2.1.0 (testdata_Rate) to 1e-9.
    """
    events, population = require_counts(numerator), require_counts(denominator)
    limits = poisson_limits(events, confidence=confidence)
    value, lower, upper = (ratio(x, population) * multiplier for x in (events, *limits))
    return Estimate(value, lower, upper)
