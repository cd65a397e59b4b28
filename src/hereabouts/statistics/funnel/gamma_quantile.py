"""The gamma distribution's quantile, for shapes too large for its series."""

import numpy as np
from numpy.polynomial.legendre import leggauss

from hereabouts.statistics.intervals import Numbers, normal_quantile

SMALLEST = 10.0  # shapes from here upwards
_STEPS = 8  # of Newton's method, which doubles the digits with each
_REACH = 12.0  # standard deviations, beyond which there is less than 1e-15 of the whole
_NODES, _WEIGHTS = leggauss(96)
#: Of Stirling's series for log gamma, by powers 1, 3, 5 ... of 1/shape.
_STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)


def upper_gamma_quantile(shape: Numbers, *, confidence: float) -> Numbers:
    """The point that a gamma variable of each shape exceeds with (1 - confidence) / 2.

    Args:
        shape: 10 or more; NaN where missing or smaller.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One point per shape; NaN for NaN and for shapes under 10.

    Raises:
        DataError: Q702 if `confidence` is not in (0.5, 1).

    Source:
        Started as Wilson and Hilferty (1931) and finished by Newton's method on the integral of
        the density. Equal to chi2(0.975; 20) / 2 = 17.0848 and its like in published tables.
    """
    return _quantile(shape, normal_quantile(confidence), (1 - confidence) / 2)


def lower_gamma_quantile(shape: Numbers, *, confidence: float) -> Numbers:
    """The point that a gamma variable of each shape falls below with (1 - confidence) / 2.

    Args:
        shape: 10 or more; NaN where missing or smaller.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One point per shape; NaN for NaN and for shapes under 10.

    Raises:
        DataError: Q702 if `confidence` is not in (0.5, 1).

    Source:
        As `upper_gamma_quantile`. Equal to chi2(0.025; 20) / 2 = 4.7954.
    """
    return _quantile(shape, -normal_quantile(confidence), (1 - confidence) / 2)


def _quantile(shape: Numbers, z: float, tail: float) -> Numbers:
    asked = np.asarray(shape, dtype=np.float64)
    large = asked >= SMALLEST  # False for NaN
    a = asked[large]
    # The point as a share of the shape, less 1: near 0 for large shapes, so no digits are lost.
    share = (1 - 1 / (9 * a) + z / (3 * np.sqrt(a))) ** 3 - 1
    for _ in range(_STEPS):
        past = _tail(a, share, np.sign(z)) - tail
        share = share + np.sign(z) * past / _density(a, share)
    points = np.full(asked.shape, np.nan)
    points[large] = a * (1 + share)
    return points


def _tail(a: Numbers, share: Numbers, side: float) -> Numbers:
    """How much of the distribution lies beyond each point, above it or below."""
    far = share + side * _REACH / np.sqrt(a) * 1.5
    far = np.maximum(far, -1 + 1e-12)  # nothing lies below 0
    middle, half = (far + share) / 2, (far - share) / 2
    points = middle[:, None] + half[:, None] * _NODES
    beyond: Numbers = np.abs(half) * (_density(a[:, None], points) @ _WEIGHTS)
    return beyond


def _density(a: Numbers, share: Numbers) -> Numbers:
    """Of the gamma variable over its shape, less 1."""
    stirling = sum(term / a ** (2 * i + 1) for i, term in enumerate(_STIRLING))
    logs = a * (np.log1p(share) - share) - np.log1p(share) - stirling
    density: Numbers = np.sqrt(a / (2 * np.pi)) * np.exp(logs)
    return density
