"""Recent trend: whether an indicator is rising or falling, as Fingertips tests it."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.statistics.columns import Codes, aligned, require_limits
from hereabouts.statistics.intervals import Numbers, normal_quantile, ratio, require_counts

_POINTS = 5
_TIMES = np.arange(1.0, _POINTS + 1)
_CRITICAL = normal_quantile(0.998) ** 2  # chi-squared with one degree of freedom: 9.5495
_KEPT = np.vstack([np.ones(_POINTS), 1 - np.eye(_POINTS)])  # all, then all but one of them
_WIDTH_95 = 3.92  # standard errors in a 95% interval, as Fingertips rounds it


class TrendMarker(IntEnum):
    """What the latest five points show."""

    CANNOT_BE_CALCULATED = -1  # fewer than five valid points
    NO_CHANGE = 0  # none that is significant and steady
    INCREASING = 1
    DECREASING = 2


class Trend(NamedTuple):
    """One test per series."""

    chi_squared: Numbers
    marker: Codes  # of TrendMarker


def proportion_trend(numerator: Numbers, denominator: Numbers) -> Trend:
    """The trend of proportions.

    Args:
        numerator: those who have it in each year, from 0 to the denominator.
        denominator: all of them.

    Shape:
        One row per series; columns are years, oldest first, that do not overlap. NaN where
        missing, or from another side of a break in the series. One test per row, of the latest
        five years with a value. It cannot be calculated where one of them has none or all of
        its denominator: the test for steadiness is of log odds.

    Raises:
        DataError: Q701 if a count is negative; Q703 if a numerator is more than its
            denominator; Q741 if the tables differ in shape; Q742 if a number is infinite.

    Source:
        Fingertips technical guidance, "Trend markers": chi-squared for a trend in proportions
        above 9.5495 (0.998), and the slope of the log odds has one sign with all five points
        and with each left out (0 counts as rising, there as here). The direction is the first
        slope's, which the open program leaves unset (ukhsa-collaboration/fingertips-open).
    """
    x, n = aligned(require_counts(numerator), require_counts(denominator))
    if bool(np.any(x > n)):
        raise DataError(
            "a proportion's numerator is more than its denominator",
            code="Q703",
            do="count in the numerator only what is in the denominator, or use value_trend",
        )
    x, n = _latest(~np.isnan(x) & (n > 0), x, n)
    odds = ratio(np.where(x > 0, x, np.nan), n - x)  # missing for none and for all
    slopes, _ = _slopes(np.log(odds), np.ones(odds.shape))
    return _judged(np.where(np.isnan(slopes[:, 0]), np.nan, _chi_squared(x, n)), slopes)


def value_trend(value: Numbers, lower: Numbers, upper: Numbers) -> Trend:
    """The trend of rates, ratios, means and other values with limits.

    Args:
        value: of each year.
        lower: its lower 95% confidence limit.
        upper: its upper 95% confidence limit.

    Shape:
        As `proportion_trend`. A year whose limits are missing or equal has no value.

    Raises:
        DataError: Q741 if the tables differ in shape; Q742 if a number is infinite; Q743 if a
            lower limit is above its upper limit.

    Source:
        Fingertips technical guidance, "Trend markers": least squares weighted by
        ((upper - lower) / 3.92) to the power -2, (slope / its error) squared above 9.5495, and
        the slope has one sign with all five points and with each left out.
    """
    value, *_ = aligned(value, lower, upper)
    lower, upper = require_limits(lower, upper)
    value, width = _latest(~np.isnan(value) & (upper > lower), value, upper - lower)
    slopes, precision = _slopes(value, (width / _WIDTH_95) ** -2)
    return _judged(slopes[:, 0] ** 2 * precision, slopes)


def _latest(valid: NDArray[np.bool_], *columns: Numbers) -> tuple[Numbers, ...]:
    """The latest five valid points of each row, in order; NaN throughout where there are fewer."""
    if valid.ndim != 2:
        raise DataError(
            f"series are given with the shape {valid.shape}",
            code="Q741",
            do="give a table: one row per series, one column per year, oldest first",
        )
    missing = ((0, 0), (_POINTS, 0))  # so that there are five columns, however short the series
    found = np.pad(valid, missing)
    place = np.argsort(found, axis=1, kind="stable")[:, -_POINTS:]
    enough = valid.sum(axis=1, keepdims=True) >= _POINTS
    padded = (np.pad(column, missing, constant_values=np.nan) for column in columns)
    return tuple(np.where(enough, np.take_along_axis(each, place, 1), np.nan) for each in padded)


def _chi_squared(x: Numbers, n: Numbers) -> Numbers:
    """For a trend in proportions, over the columns of each row."""
    people, cases = n.sum(axis=1), x.sum(axis=1)
    centre = ratio((n * _TIMES).sum(axis=1), people)
    about = _TIMES - centre[:, None]
    slope, spread = (x * about).sum(axis=1), (n * about**2).sum(axis=1)
    return ratio(people**2 * slope**2, cases * (people - cases) * spread)


def _slopes(values: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
    """Six slopes per row (all points, then each left out), and the precision of the first."""
    kept = weights[:, None, :] * _KEPT
    centre = (kept * _TIMES).sum(axis=2) / kept.sum(axis=2)
    about = _TIMES - centre[:, :, None]
    precision = (kept * about**2).sum(axis=2)
    rises = (values - values[:, :1])[:, None, :]  # so that a level series has a slope of 0
    slopes: Numbers = (kept * about * rises).sum(axis=2) / precision
    return slopes, precision[:, 0]


def _judged(chi_squared: Numbers, slopes: Numbers) -> Trend:
    rising, falling = (slopes >= 0).all(axis=1), (slopes < 0).all(axis=1)  # 0 as in Fingertips
    significant = chi_squared > _CRITICAL
    marker = np.full(chi_squared.shape, TrendMarker.NO_CHANGE, dtype=np.int8)
    marker[significant & rising] = TrendMarker.INCREASING
    marker[significant & falling] = TrendMarker.DECREASING
    marker[np.isnan(chi_squared)] = TrendMarker.CANNOT_BE_CALCULATED
    return Trend(chi_squared, marker)
