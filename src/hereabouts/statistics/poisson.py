"""Confidence limits for a count of events, as Fingertips publishes them."""

import numpy as np

from hereabouts.statistics.byars import byars_limits
from hereabouts.statistics.exact_poisson import SMALL, exact_poisson_limits
from hereabouts.statistics.intervals import Limits, Numbers, require_counts


def poisson_limits(count: Numbers, *, confidence: float = 0.95) -> Limits:
    """Limits for counts of events: exact below 10, Byar's from 10 upwards.

    Args:
        count: events observed, 0 or more; NaN where missing. Need not be whole.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One lower and one upper limit per count; NaN in, NaN out.

    Returns:
        Limits in events.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        Fingertips Public Health Technical Guidance, rates and standardised ratios.
    """
    events = require_counts(count)
    small = events < SMALL
    lower, upper = (np.atleast_1d(side) for side in byars_limits(events, confidence=confidence))
    exact = exact_poisson_limits(events[small], confidence=confidence)
    lower[np.atleast_1d(small)], upper[np.atleast_1d(small)] = exact
    return Limits(lower.reshape(events.shape), upper.reshape(events.shape))
