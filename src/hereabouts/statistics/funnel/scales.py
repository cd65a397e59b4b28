"""The scales on which a funnel's points are roughly normal."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import Limits, Numbers, ratio, require_counts


class Extremes(StrEnum):
    """What is done with the outer tenths of the points before their spread is measured."""

    TRUNCATE = "truncate"
    WINSORISE = "winsorise"


class Placed(NamedTuple):
    """Points on the scale: their values, the benchmark, and each point's standard error."""

    value: Numbers
    target: float
    error: Numbers


@dataclass(frozen=True, slots=True)
class Scale:
    """A way to place points, and to take limits back to what people read."""

    place: Callable[[Numbers, Numbers, float], Placed]
    error_at: Callable[[Numbers, float], Numbers]
    back: Callable[[float, Numbers], Limits]
    extremes: Extremes
    benchmark: float | None = None
    """What points are judged against; None for all numerators over all denominators."""


def placed(scale: Scale, numerator: Numbers, denominator: Numbers) -> Placed:
    """Points and their benchmark on a scale.

    Args:
        scale: one of this module's.
        numerator: observed events, or those who have it; NaN where missing.
        denominator: expected events, or all of them; NaN where missing.

    Shape:
        One point per row; NaN where either is missing or the denominator is 0.

    Raises:
        DataError: Q701 if a count is negative; Q741 if the columns differ in shape; Q761 if a
            count has no place on the scale: 0 observed on a log scale, or more than all.

    Source:
        Spiegelhalter (2005), doi:10.1002/sim.1970; as FunnelPlotR 0.6.0.
    """
    x, d = aligned(require_counts(numerator), require_counts(denominator))
    d = np.where((d == 0) | np.isnan(x), np.nan, d)
    return scale.place(x, d, benchmark_of(scale, x, d))


def benchmark_of(scale: Scale, numerator: Numbers, denominator: Numbers) -> float:
    """What a funnel's points are judged against; NaN where nothing is known.

    Source:
        1 for ratios to what was expected; else all numerators over all denominators.
    """
    if scale.benchmark is not None:
        return scale.benchmark
    x, d = aligned(numerator, denominator)
    known = ~np.isnan(x) & ~np.isnan(d) & (d > 0)
    return ratio(x[known].sum(keepdims=True), d[known].sum(keepdims=True)).item()


def _place_log_ratio(x: Numbers, d: Numbers, _: float) -> Placed:
    if bool(np.any((x == 0) & (d > 0))):
        raise DataError(
            "an area has 0 observed events, which have no place on a log scale",
            code="Q761",
            do="use the square root scale, or leave the area out and say so",
        )
    return Placed(np.log(ratio(x, d)), 0.0, 1 / np.sqrt(d))


def _place_root_ratio(x: Numbers, d: Numbers, _: float) -> Placed:
    return Placed(np.sqrt(ratio(x, d)), 1.0, 1 / (2 * np.sqrt(d)))


def _place_proportion(x: Numbers, d: Numbers, benchmark: float) -> Placed:
    if bool(np.any(x > d)):
        raise DataError(
            "a proportion's numerator is more than its denominator",
            code="Q761",
            do="count in the numerator only what is in the denominator, or use ratio_of_counts",
        )
    angle = float(np.arcsin(np.sqrt(benchmark)))
    return Placed(np.arcsin(np.sqrt(ratio(x, d))), angle, 1 / (2 * np.sqrt(d)))


def _place_counts(x: Numbers, d: Numbers, benchmark: float) -> Placed:
    error = np.sqrt(x / (x + 0.5) ** 2 + d / (d + 0.5) ** 2)
    target = float(np.log(benchmark)) if benchmark > 0 else float("nan")
    return Placed(np.log((x + 0.5) / (d + 0.5)), target, error)


def _counts_error(d: Numbers, target: float) -> Numbers:
    return _place_counts(d * np.exp(target), d, 1.0).error


def _from_log(target: float, half: Numbers) -> Limits:
    return Limits(np.exp(target - half), np.exp(target + half))


def _from_root(target: float, half: Numbers) -> Limits:
    return Limits(np.maximum(target - half, 0.0) ** 2, (target + half) ** 2)


def _from_angle(target: float, half: Numbers) -> Limits:
    low, high = np.maximum(target - half, 0.0), np.minimum(target + half, np.pi / 2)
    return Limits(np.sin(low) ** 2, np.sin(high) ** 2)


def _half_root(d: Numbers, _: float) -> Numbers:
    error: Numbers = 1 / (2 * np.sqrt(d))
    return error


def _whole_root(d: Numbers, _: float) -> Numbers:
    error: Numbers = 1 / np.sqrt(d)
    return error


#: Observed over expected, by logs: the method of the Summary Hospital-level Mortality Indicator.
LOG_RATIO = Scale(_place_log_ratio, _whole_root, _from_log, Extremes.TRUNCATE, 1.0)
#: Observed over expected, by square roots: the method of the Care Quality Commission.
ROOT_RATIO = Scale(_place_root_ratio, _half_root, _from_root, Extremes.WINSORISE, 1.0)
#: Shares of a whole.
PROPORTION = Scale(_place_proportion, _half_root, _from_angle, Extremes.WINSORISE)
#: One count over another, each of its own.
RATIO_OF_COUNTS = Scale(_place_counts, _counts_error, _from_log, Extremes.WINSORISE)
