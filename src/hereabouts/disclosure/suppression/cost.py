"""What it costs a reader that a cell is hidden."""

import numpy as np

from hereabouts.disclosure.linear_system import Flags, Numbers


def usual_cost(
    counts: Numbers, *, total: Flags, zero: float = 2.0, of_a_total: float = 3.0
) -> Numbers:
    """More for larger counts, by their logarithm; more still for totals.

    Args:
        counts: true counts.
        total: cells that are sums of others.
        zero: what a count of 0 costs besides, since readers notice when zeros come and go.
        of_a_total: how many times as much a total costs.

    Shape:
        One cost per cell, above 0.

    Source:
        The logarithmic weights of Hundepool and others, Statistical disclosure control (2012).
    """
    cost = np.log1p(counts) + 0.1 + np.where(counts == 0, zero, 0.0)
    return np.where(total, cost * of_a_total, cost)
