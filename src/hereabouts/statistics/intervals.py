"""What every interval shares: its shape, its confidence, and what may go in."""

from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError

Numbers = NDArray[np.float64]


class Limits(NamedTuple):
    """Lower and upper limits, on the scale of what they bound; NaN where there are none."""

    lower: Numbers
    upper: Numbers


class Estimate(NamedTuple):
    """Values with their limits, one per row; NaN where there is none."""

    value: Numbers
    lower: Numbers
    upper: Numbers


def normal_quantile(confidence: float) -> float:
    """How many standard errors a two-sided interval reaches from its middle.

    Args:
        confidence: as a fraction: 0.95, never 95.

    Raises:
        DataError: Q702 if `confidence` is not in (0.5, 1).

    Source:
        The standard normal distribution: 1.959964 at 0.95.
    """
    if not 0.5 < confidence < 1:
        raise DataError(f"confidence is {confidence}", code="Q702", do="write 95% as 0.95")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def require_counts(counts: Numbers) -> Numbers:
    """`counts` as 64-bit floating point, having seen that none is negative.

    Raises:
        DataError: Q701 if any count is negative.

    Source:
        A count of events is 0 or more.
    """
    numbers = np.asarray(counts, dtype=np.float64)
    if bool(np.any(numbers < 0)):
        raise DataError("a count is negative", code="Q701", do="counts start at 0")
    return numbers


def ratio(numerator: Numbers, denominator: Numbers) -> Numbers:
    """Numerator over denominator; NaN where either is missing or the denominator is 0.

    Source:
        Nothing can be said of a share of nothing.
    """
    top = np.asarray(numerator, dtype=np.float64)
    bottom = np.asarray(denominator, dtype=np.float64)
    known = ~np.isnan(bottom) & (bottom != 0)
    quotient: Numbers = np.divide(top, bottom, out=np.full(top.shape, np.nan), where=known)
    return quotient
