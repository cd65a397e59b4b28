"""The method of an indicator, applied to columns of numerators and denominators."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hereabouts.model.indicator import Method
from hereabouts.statistics.proportion import proportion
from hereabouts.statistics.rate import crude_rate

Column = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimated:
    """Value and limits, one per row; NaN where there is none."""

    value: Column
    lower: Column
    upper: Column


def estimate(
    method: Method, numerator: Column, denominator: Column, *, multiplier: float, confidence: float
) -> Estimated:
    """Value and limits by `method`.

    Args:
        method: how the value is made.
        numerator: NaN where missing.
        denominator: NaN where missing; not read by a count.
        multiplier: 100 for a percentage; not read by a count.
        confidence: two sided, as a fraction.
    """
    nothing = np.full(numerator.shape, np.nan)
    if method is Method.COUNT:
        return Estimated(numerator, nothing, nothing)
    if method is Method.MEAN:
        there = denominator > 0
        value = np.divide(numerator * multiplier, denominator, out=nothing.copy(), where=there)
        return Estimated(value, nothing, nothing)
    compute = crude_rate if method is Method.CRUDE_RATE else proportion
    found = compute(numerator, denominator, multiplier=multiplier, confidence=confidence)
    return Estimated(found.value, found.lower, found.upper)
