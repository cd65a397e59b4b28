"""Quantiles of Student's t distribution."""

import numpy as np

from hereabouts.statistics.intervals import Numbers, normal_quantile

_MOST = 1000  # degrees of freedom to integrate for; above, the expansion is exact to 1e-13
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(128)
_FAR = 10  # over the root of the degrees: further from the angle the integrand is under e^-50
_HALVINGS = 64  # of a quarter turn: past the last bit of a double


def student_t_quantile(degrees: Numbers, *, confidence: float = 0.95) -> Numbers:
    """How many standard errors a two-sided interval about a mean reaches.

    Args:
        degrees: degrees of freedom, whole: the sample's size less 1. NaN where missing.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One number per row; NaN for NaN and where there is less than 1 degree of freedom.

    Raises:
        DataError: Q702 if `confidence` is not in (0.5, 1).

    Source:
        Student (1908), Biometrika 6: 1-25. With t = sqrt(n) / tan(a), each tail is the integral
        of sin(x)^(n-1) from 0 to a. Above 1,000 degrees, Abramowitz and Stegun 26.7.5.
        Agrees with their table 26.10, and with scipy 1.17 to 1e-12.
    """
    z = normal_quantile(confidence)
    freedom = np.asarray(degrees, dtype=np.float64)
    quantile = np.full(freedom.shape, np.nan)
    few, many = (freedom >= 1) & (freedom <= _MOST), freedom > _MOST
    distinct, where = np.unique(freedom[few], return_inverse=True)
    quantile[few] = np.sqrt(distinct)[where] / np.tan(_angle(distinct, (1 - confidence) / 2))[where]
    quantile[many] = _expansion(freedom[many], z)
    return quantile


def _angle(degrees: Numbers, tail: float) -> Numbers:
    """The angle that cuts off `tail` of the integral of sin^(degrees - 1) over a half turn."""
    low, high = np.zeros(degrees.shape), np.full(degrees.shape, np.pi / 2)
    wanted = 2 * tail * _integral(degrees, high)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        below = _integral(degrees, middle) < wanted
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    angle: Numbers = (low + high) / 2
    return angle


def _integral(degrees: Numbers, angle: Numbers) -> Numbers:
    start = np.maximum(0, angle - _FAR / np.sqrt(degrees))
    half = (angle - start) / 2
    points = start[:, None] + half[:, None] * (1 + _NODES)
    integral: Numbers = half * (np.sin(points) ** (degrees[:, None] - 1) @ _WEIGHTS)
    return integral


def _expansion(degrees: Numbers, z: float) -> Numbers:
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    fourth = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    series = fourth / degrees
    for term in (third, second, first):
        series = (series + term) / degrees
    quantile: Numbers = z + series
    return quantile
