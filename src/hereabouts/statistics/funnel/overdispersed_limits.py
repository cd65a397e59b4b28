"""Funnel limits that allow for variance between areas."""

import numpy as np

from hereabouts.statistics.funnel.scales import Scale
from hereabouts.statistics.intervals import Limits, Numbers, normal_quantile, require_counts


def overdispersed_limits(
    scale: Scale, denominator: Numbers, *, target: float, tau2: float, confidence: float = 0.95
) -> Limits:
    """The funnel's lines at given denominators, as ratios or shares.

    Args:
        scale: how points are placed; see `scales`.
        denominator: expected events, or all of them, along the axis; NaN where missing.
        target: the benchmark on the scale, from `placed`.
        tau2: variance between areas, from `overdispersion`; 0 for a funnel that is not widened.
        confidence: two sided, as a fraction: 0.95 or 0.998.

    Shape:
        One lower and one upper limit per denominator; NaN where it is missing or 0.

    Raises:
        DataError: Q701 if a denominator is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        Spiegelhalter (2005), doi:10.1002/sim.1970: target +- z sqrt(s^2 + tau^2), taken back.
        A share's limit stops at 0 and at 1, where its angle would fold back.
    """
    sizes = require_counts(denominator)
    error = scale.error_at(np.where(sizes == 0, np.nan, sizes), target)
    return limits_about(scale, error, target=target, tau2=tau2, reach=normal_quantile(confidence))


def limits_about(
    scale: Scale, error: Numbers, *, target: float, tau2: float, reach: float
) -> Limits:
    """The lines for points of given standard errors.

    Args:
        scale: how points are placed; see `scales`.
        error: standard errors on the scale.
        target: the benchmark on the scale.
        tau2: variance between areas; 0 for a funnel that is not widened.
        reach: how many standard errors the lines lie from the target.

    Shape:
        One lower and one upper limit per standard error; NaN in, NaN out.

    Source:
        As `overdispersed_limits`.
    """
    return scale.back(target, reach * np.sqrt(error**2 + tau2))
