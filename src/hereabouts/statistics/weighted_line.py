"""The straight line through points that count for more or less, and how far each lies from it."""

from typing import NamedTuple

import numpy as np

from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import Numbers

FEWEST = 3


class WeightedLine(NamedTuple):
    """y = intercept + slope x; NaN where no line can be drawn."""

    intercept: float
    slope: float
    residual: Numbers  # y less the line
    standardised: Numbers  # residuals over their own standard error, about -2 to 2 by chance


def weighted_line(x: Numbers, y: Numbers, weight: Numbers) -> WeightedLine:
    """Weighted least squares of y on x.

    Args:
        x: what goes along, one per point; NaN where missing.
        y: what goes up.
        weight: how much each point counts: one over its variance, up to any factor.

    Shape:
        One residual per row; NaN where x, y or weight is missing or the weight is not above 0.
        All is NaN
        with fewer than three points or where every x is the same.

    Raises:
        DataError: Q741 if the columns differ in shape; Q742 if a number is infinite.

    Source:
        Draper and Smith, Applied Regression Analysis, 3rd edition, sections 8.2 and 9.2:
        residuals over s times the root of (1 - leverage) / weight.
    """
    across, up, heft = aligned(x, y, weight)
    known = ~np.isnan(across + up + heft) & (heft > 0)
    empty = np.full(across.shape, np.nan)
    if known.sum() < FEWEST or np.ptp(across[known]) == 0:
        return WeightedLine(np.nan, np.nan, empty, empty.copy())
    return _fitted(across, up, np.where(known, heft, np.nan))


def _fitted(across: Numbers, up: Numbers, heft: Numbers) -> WeightedLine:
    whole = np.nansum(heft)
    middle, level = np.nansum(heft * across) / whole, np.nansum(heft * up) / whole
    spread = np.nansum(heft * (across - middle) ** 2)
    slope = float(np.nansum(heft * (across - middle) * (up - level)) / spread)
    intercept = float(level - slope * middle)
    residual = np.where(np.isnan(heft), np.nan, up - intercept - slope * across)
    leverage = heft * (1 / whole + (across - middle) ** 2 / spread)
    freedom = np.sum(~np.isnan(heft)) - 2
    variance = np.nansum(heft * residual**2) / freedom
    error = np.sqrt(variance * np.clip(1 - leverage, 0, None) / heft)
    standardised = np.divide(residual, error, out=np.zeros_like(residual), where=error > 0)
    return WeightedLine(intercept, slope, residual, np.where(np.isnan(heft), np.nan, standardised))
