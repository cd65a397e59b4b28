"""Confidence limits for a count of events, by Byar's approximation."""

import numpy as np

from hereabouts.statistics.intervals import Limits, Numbers, normal_quantile, require_counts


def byars_limits(count: Numbers, *, confidence: float = 0.95) -> Limits:
    """Limits for counts of events, by Byar's approximation to the Poisson.

    Args:
        count: events observed, 0 or more; NaN where missing. Need not be whole.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One lower and one upper limit per count; NaN in, NaN out. The lower limit of 0 is 0;
        it is NaN where the approximation is negative (1 event at 0.998).

    Returns:
        Limits in events. Divide by the population to bound a rate.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        Breslow and Day (1987), Statistical Methods in Cancer Research, vol. II.
        Agrees with PHEindicatormethods 2.1.0 (testdata_Byars_Wilson) to 1e-9.
    """
    z = normal_quantile(confidence)
    events = require_counts(count)
    some = np.where(events == 0, 1.0, events)  # 0 would divide by zero; its limit is set below
    lower = _byars(some, -z)
    lower = np.where(lower < 0, np.nan, lower)
    return Limits(np.where(events == 0, 0.0, lower), _byars(events + 1, z))


def _byars(x: Numbers, z: float) -> Numbers:
    with np.errstate(over="ignore"):  # a sliver of an event: minus infinity is negative all right
        limits: Numbers = x * (1 - 1 / (9 * x) + z / (3 * np.sqrt(x))) ** 3
    return limits
