"""What each published figure says of its count: from here to there. The truth is not looked at."""

import numpy as np

from hereabouts.disclosure.linear_system import Flags, Numbers
from hereabouts.model.policy import DisclosurePolicy


def said_exactly(shown: Numbers) -> tuple[Numbers, Numbers]:
    """Intervals of counts that are shown as they are, or hidden under one symbol.

    Args:
        shown: published counts; NaN where hidden, and nothing known but that it is a count.
    """
    lower = np.where(np.isnan(shown), 0, shown)
    upper = np.where(np.isnan(shown), np.inf, shown)
    return lower, upper


def said_rounded(
    shown: Numbers, policy: DisclosurePolicy, *, secondary: Flags
) -> tuple[Numbers, Numbers]:
    """Intervals of counts under a policy that hides small ones and rounds the rest.

    A reader who can tell cells hidden for their own sake from those hidden beside them knows
    most, so that is assumed.

    Args:
        shown: published counts, rounded; NaN where hidden.
        policy: its numbers, which are public.
        secondary: cells hidden though not small: nothing is known of them.
    """
    base = policy.round_to
    lower = np.where(shown > 0, np.maximum(shown - base // 2, policy.suppress_to + 1), 0)
    upper = np.where(shown > 0, shown + (base - 1) // 2, 0)
    small = np.isnan(shown) & ~secondary
    lower[small] = 0 if policy.hide_zero else policy.suppress_from
    upper[small] = policy.suppress_to
    upper[secondary] = np.inf
    return lower.astype(np.float64), upper.astype(np.float64)


def said_by_rate(
    rate: Numbers, population: tuple[Numbers, Numbers], *, per: float, decimals: int
) -> tuple[Numbers, Numbers]:
    """Intervals of counts whose rate is shown, for `System.narrowed`.

    Args:
        rate: published rates.
        population: the least and the most that each population can be, as published.
        per: what the rate is per, such as 100 or 100,000.
        decimals: that the rate is rounded to.
    """
    half = 0.5 * 10.0**-decimals
    lower = np.maximum(rate - half, 0) * population[0] / per
    upper = (rate + half) * population[1] / per
    return np.ceil(lower - 1e-9), np.floor(upper + 1e-9)
