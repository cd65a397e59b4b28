"""How much more a funnel's points differ than chance explains."""

from typing import NamedTuple

import numpy as np

from hereabouts.statistics.funnel.scales import Extremes, Placed, Scale, placed
from hereabouts.statistics.intervals import Numbers

TENTH = 0.1  # of the points at each end, that are pulled in or left out


class Spread(NamedTuple):
    """How points differ about their benchmark."""

    phi: float
    """Mean squared distance in standard errors: near 1 where only chance is at work."""
    tau2: float
    """Variance between areas, on the scale, beyond chance; 0 where there is none."""


def overdispersion(scale: Scale, numerator: Numbers, denominator: Numbers) -> Spread:
    """Phi and tau squared of a funnel, its extremes pulled in or left out.

    Use `tau2` to widen the funnel, and say so: a funnel that flags a third of all areas flags
    the model. It is 0, and the funnel as it was, where phi is no more than chance gives.

    Args:
        scale: how points are placed; see `scales`.
        numerator: observed events, or those who have it; NaN where missing.
        denominator: expected events, or all of them; NaN where missing.

    Shape:
        One row per area, in any order; rows that have no place are left out. Both numbers are
        NaN where fewer than 2 rows remain.

    Raises:
        DataError: Q701 if a count is negative; Q741 if the columns differ in shape; Q761 if a
            count has no place on the scale.

    Source:
        Spiegelhalter (2005), doi:10.1002/sim.1970, additive model.
        Agrees with FunnelPlotR 0.6.0 on 200 sets: phi to 1e-12, tau squared to 1e-14.
    """
    points = placed(scale, numerator, denominator)
    z, error = _without_extremes(standard_scores(points), points.error, scale.extremes)
    if len(z) < 2:  # a variance needs two
        return Spread(float("nan"), float("nan"))
    n, phi, weight = len(z), float(np.mean(z**2)), 1 / error**2
    room = weight.sum() - (weight**2).sum() / weight.sum()
    return Spread(phi, max(0.0, float((n * phi - (n - 1)) / room)))


def standard_scores(points: Placed, *, tau2: float = 0.0) -> Numbers:
    """How many standard errors each point lies from the benchmark.

    Args:
        points: from `placed`.
        tau2: variance between areas to allow for; 0 for a funnel that is not widened.

    Shape:
        One number per point; NaN where it has no place.

    Source:
        Spiegelhalter (2005): (y - target) / sqrt(s^2 + tau^2).
    """
    scores: Numbers = (points.value - points.target) / np.sqrt(points.error**2 + tau2)
    return scores


def _without_extremes(z: Numbers, error: Numbers, extremes: Extremes) -> tuple[Numbers, Numbers]:
    known = ~np.isnan(z)
    z, error = z[known], error[known]
    if not len(z):
        return z, error
    if extremes is Extremes.WINSORISE:
        return np.clip(z, *np.quantile(z, [TENTH, 1 - TENTH])), error
    tenth = np.floor(_mean_ranks(z) * 10 / (len(z) + 1))
    kept = (tenth > 0) & (tenth < 9)  # tenths are 0 to 9
    return z[kept], error[kept]


def _mean_ranks(values: Numbers) -> Numbers:
    """Ranks from 1; those that tie share the mean of theirs."""
    _, which, ties = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(ties)
    ranks: Numbers = (last - (ties - 1) / 2)[which]
    return ranks
