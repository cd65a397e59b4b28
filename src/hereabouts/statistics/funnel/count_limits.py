"""Funnel limits for counts: ratios of observed to expected, and rates."""

import numpy as np

from hereabouts.statistics.exact_poisson import SMALL, exact_poisson_limits
from hereabouts.statistics.funnel.gamma_quantile import lower_gamma_quantile, upper_gamma_quantile
from hereabouts.statistics.intervals import Limits, Numbers, require_counts


def expected_at_limits(observed: Numbers, *, confidence: float = 0.95) -> Limits:
    """The expected counts between which an observed count is no surprise.

    Args:
        observed: events, 0 or more; NaN where missing. Need not be whole.
        confidence: two sided, as a fraction: 0.95 or 0.998.

    Shape:
        Two expected counts per observed count; NaN in, NaN out.

    Returns:
        Expected counts, the smaller first. At the smaller, `observed` lies on the funnel's upper
        line; at the larger, on its lower line. The smaller is 0 for 0 events.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        Garwood (1936): exact Poisson limits, with no bisection.
        Agrees with PHEindicatormethods 2.1.0 (testdata_funnel_ratio_outputs), whose bisection
        stops within 2e-7 and 5e-5.
    """
    events = require_counts(observed)
    exact = exact_poisson_limits(events, confidence=confidence)
    large = np.where(events >= SMALL, events, np.nan)
    fewest = lower_gamma_quantile(large, confidence=confidence)
    most = upper_gamma_quantile(large + 1, confidence=confidence)
    small = events < SMALL
    return Limits(np.where(small, exact.lower, fewest), np.where(small, exact.upper, most))


def ratio_funnel(observed: Numbers, *, confidence: float = 0.95) -> Limits:
    """Observed over expected on the funnel's lines, for each observed count.

    The two ends of one row are at different expected counts (see `expected_at_limits`): draw the
    lower line over the larger and the upper over the smaller. For a rate, times the benchmark.

    Args:
        observed: events, 0 or more; NaN where missing.
        confidence: two sided, as a fraction: 0.95 or 0.998.

    Shape:
        One lower and one upper limit per count; NaN for NaN, and NaN above 0 events, where any
        ratio is possible.

    Returns:
        Limits as ratios to a benchmark of 1.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        As `expected_at_limits`.
    """
    expected = expected_at_limits(observed, confidence=confidence)
    events = np.asarray(observed, dtype=np.float64)
    fewest = np.where(expected.lower == 0, np.nan, expected.lower)
    return Limits(events / expected.upper, events / fewest)
