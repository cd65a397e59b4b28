"""Exact confidence limits for a small count of events."""

from math import lgamma

import numpy as np

from hereabouts.statistics.intervals import Limits, Numbers, normal_quantile, require_counts

SMALL = 10  # from here upwards Byar's approximation is used instead
_TERMS = 200  # of the series, which for x up to 60 has long converged
_HALVINGS = 64  # of the bracket: past the last bit of a double
_HIGHEST = 60.0  # above any limit of a count under 10 up to a confidence of 1 - 1e-15


def exact_poisson_limits(count: Numbers, *, confidence: float = 0.95) -> Limits:
    """Exact limits for counts of events under 10.

    Args:
        count: events observed, from 0 to under 10; NaN where missing or not small. Need not
            be whole.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One lower and one upper limit per count; NaN for NaN and for 10 and over.

    Returns:
        Limits in events. The lower limit of 0 is 0.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        Garwood (1936): the chi-squared quantiles chi2(a/2; 2x)/2 and chi2(1-a/2; 2x+2)/2.
        Agrees with PHEindicatormethods 2.1.0 (testdata_Rate, method Exact) to 1e-9.
    """
    normal_quantile(confidence)  # refuses what is not a confidence
    events = require_counts(count)
    tail = (1 - confidence) / 2
    small = events < SMALL
    distinct, where = np.unique(events[small], return_inverse=True)
    lower, upper = np.full(events.shape, np.nan), np.full(events.shape, np.nan)
    lower[small] = _gamma_quantile(distinct, tail)[where]
    upper[small] = _gamma_quantile(distinct + 1, 1 - tail)[where]
    return Limits(lower, upper)


def _gamma_quantile(shape: Numbers, probability: float) -> Numbers:
    """The point a gamma variable of each shape falls below with `probability`; 0 for shape 0."""
    low, high = np.zeros(shape.shape), np.full(shape.shape, _HIGHEST)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        below = _gamma_probability(shape, middle) < probability
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    quantile: Numbers = np.where(shape == 0, 0.0, (low + high) / 2)
    return quantile


def _gamma_probability(shape: Numbers, x: Numbers) -> Numbers:
    """The regularised lower incomplete gamma function, by its power series."""
    steps = np.arange(1, _TERMS)
    factors = x[:, None] / (shape[:, None] + steps)
    series = 1 + np.cumprod(factors, axis=1).sum(axis=1)
    logs = np.array([lgamma(a + 1) for a in shape])
    first = np.exp(shape * np.log(np.maximum(x, 1e-300)) - x - logs)
    probability: Numbers = first * series
    return probability
