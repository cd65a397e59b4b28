"""The gap between the most and least deprived: slope and relative index of inequality."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import (
    Estimate,
    Limits,
    Numbers,
    normal_quantile,
    require_counts,
)

FEWEST_DRAWS = 1_000


@dataclass(frozen=True, slots=True)
class FitScale:
    """The scale on which values are roughly normal, and the way there and back."""

    name: str
    forward: Callable[[Numbers], Numbers]
    back: Callable[[Numbers], Numbers]
    low: float
    high: float


AS_GIVEN = FitScale("as given", lambda y: y, lambda y: y, -np.inf, np.inf)
LOG = FitScale("log", np.log, np.exp, 0.0, np.inf)
LOGIT = FitScale("logit", lambda y: np.log(y / (1 - y)), lambda y: 1 / (1 + np.exp(-y)), 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Fit:
    """How the line is drawn and read."""

    scale: FitScale = AS_GIVEN
    """`LOG` for rates, `LOGIT` for proportions as shares, `AS_GIVEN` for what is neither."""
    on_scale: bool = False
    """Whether the line is straight on that scale, or through the values as they are."""
    multiplier: float = 1.0
    """What the slope is times. Negative where less is better: it turns the ratio round."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """How the limits are drawn. The same seed gives the same limits, to the last bit."""

    confidence: float = 0.95
    draws: int = 100_000
    seed: int = 1


class Inequality(NamedTuple):
    """The gap of each area."""

    slope: Estimate
    """Slope index: the least deprived end of the line less the most deprived end."""
    ratio: Estimate
    """Relative index: the one over the other; NaN where either end is 0 or less."""
    intercept: Numbers
    """The line's most deprived end."""


class _Line(NamedTuple):
    start: Numbers
    rise: Numbers


def error_from_limits(lower: Numbers, upper: Numbers, *, scale: FitScale = AS_GIVEN) -> Numbers:
    """Standard errors on a scale, from 95% limits.

    Args:
        lower: lower 95% limits of the groups' values, as given; NaN where missing.
        upper: upper 95% limits.
        scale: the scale that the errors are for.

    Shape:
        One standard error per row; NaN where either limit is missing.

    Raises:
        DataError: Q741 if the columns differ in shape; Q763 if a limit has no place on the scale.

    Source:
        Fingertips Public Health Technical Guidance: the width over 2 x 1.959964.
    """
    low, high = (_on_scale(limit, scale) for limit in aligned(lower, upper))
    errors: Numbers = (high - low) / (2 * normal_quantile(0.95))
    return errors


def slope_index(
    value: Numbers,
    population: Numbers,
    error: Numbers,
    *,
    fit: Fit | None = None,
    simulation: Simulation | None = None,
) -> Inequality:
    """The slope and relative index of inequality of each area, with simulated limits.

    Values are drawn again and again about what was observed; the limits hold the middle of what
    comes out. Each area meets the same draws, so its limits do not depend on its neighbours.

    Args:
        value: each group's value, groups in order from the most deprived; NaN where missing.
        population: people in each group; NaN where missing.
        error: each value's standard error, on the scale of `fit` (see `error_from_limits`).
        fit: how the line is drawn; through the values as given if left out.
        simulation: confidence, draws and seed.

    Shape:
        Columns of (areas, groups), or of (groups,) for one area; one of each result per area.
        An area with a group that is missing, or that has nobody in it, is NaN throughout.

    Raises:
        DataError: Q701 if a population or an error is negative; Q702 if the confidence is not in
            (0.5, 1); Q741 if the columns differ in shape; Q763 if a value has no place on the
            scale; Q764 if there are fewer than 2 groups; Q765 if there are too few draws.

    Source:
        Mackenbach and Kunst (1997), doi:10.1016/S0277-9536(96)00073-1; limits as Fingertips
        simulates them. Agrees with PHEindicatormethods 2.1.0 (testdata_SII): values to 1e-9,
        limits within the noise of both simulations.
    """
    fit, simulation = fit or Fit(), simulation or Simulation()
    columns = aligned(value, require_counts(population), require_counts(error))
    areas = columns[0].shape[:-1]
    values, people, errors = (_by_area(column) for column in columns)
    complete = ~np.isnan(values + people + errors).any(axis=1) & (people > 0).all(axis=1)
    middles = _on_scale(values, fit.scale)
    noise = _noise(simulation, values.shape[1])
    found = np.full((len(values), 7), np.nan)
    for i in np.flatnonzero(complete):  # an area at a time: its draws alone are a million numbers
        drawn = middles[i][:, None] + errors[i][:, None] * noise
        found[i] = _one_area(middles[i], people[i], drawn, fit, simulation)
    parts = [found[:, i].reshape(areas) for i in range(7)]
    return Inequality(Estimate(*parts[:3]), Estimate(*parts[3:6]), parts[6])


def _one_area(
    middles: Numbers, people: Numbers, drawn: Numbers, fit: Fit, simulation: Simulation
) -> Numbers:
    back = (lambda y: y) if fit.on_scale else fit.scale.back
    line = _line(back(middles), people)
    many = _line(back(drawn), people)
    sign = -1 if fit.multiplier < 0 else 1
    start, end = _ends_of(line, fit)
    ratio = (end / start) ** sign if min(start, end) > 0 else np.nan
    if fit.on_scale:
        # The line turns about its middle: the limits of its rise are taken back from there.
        rise = _middle_of(many.rise, simulation)
        starts, ends = _ends_of(
            _Line(line.start + (line.rise - np.array(rise)) / 2, np.array(rise)), fit
        )
        gaps, ratios = Limits(*_sorted(ends - starts)), Limits(*_sorted((ends / starts) ** sign))
        slopes = Limits(*_sorted(np.array(gaps) * fit.multiplier))
    else:
        slopes = _middle_of(many.rise * fit.multiplier, simulation)
        ratios = _middle_of(((many.start + many.rise) / many.start) ** sign, simulation)
    if np.isnan(ratio):
        ratios = Limits(np.array(np.nan), np.array(np.nan))
    slope = (end - start) * fit.multiplier
    return np.array([slope, *slopes, ratio, *ratios, start * abs(fit.multiplier)])


def _line(values: Numbers, people: Numbers) -> _Line:
    """Least squares by population share, for one set of values or for many in columns."""
    share = people / people.sum()
    midpoint = np.cumsum(share) - share / 2
    centre = share @ midpoint
    pull = share * (midpoint - centre)
    rise = (pull / (pull @ midpoint)) @ values
    return _Line(share @ values - rise * centre, rise)


def _ends_of(line: _Line, fit: Fit) -> tuple[Numbers, Numbers]:
    start, end = line.start, line.start + line.rise
    return (fit.scale.back(start), fit.scale.back(end)) if fit.on_scale else (start, end)


def _middle_of(drawn: Numbers, simulation: Simulation) -> Limits:
    """The draws between which the middle of them lies, counted from each end as R counts."""
    tail = (1 - simulation.confidence) / 2
    first = max(round(simulation.draws * tail), 1) - 1
    last = round(simulation.draws * (1 - tail)) - 1
    ordered = np.partition(drawn, (first, last))
    return Limits(ordered[first], ordered[last])


def _sorted(pair: Numbers) -> Numbers:
    ordered: Numbers = np.sort(pair)
    return ordered


def _noise(simulation: Simulation, groups: int) -> Numbers:
    normal_quantile(simulation.confidence)  # refuses what is not a confidence
    if groups < 2:
        raise DataError(
            f"a slope needs 2 groups or more, and there are {groups}",
            code="Q764",
            do="give one column per group, from the most deprived to the least",
        )
    if simulation.draws < FEWEST_DRAWS:
        raise DataError(
            f"limits from {simulation.draws} draws are mostly noise",
            code="Q765",
            do=f"draw {FEWEST_DRAWS:,} times or more; 100,000 is usual",
        )
    return np.random.default_rng(simulation.seed).standard_normal((groups, simulation.draws))


def _on_scale(values: Numbers, scale: FitScale) -> Numbers:
    if bool(np.any((values <= scale.low) | (values >= scale.high))):
        raise DataError(
            f"a value has no place on the {scale.name} scale",
            code="Q763",
            do="give shares between 0 and 1 for logit, rates above 0 for log; "
            "or fit the values as given",
        )
    return scale.forward(values)


def _by_area(column: Numbers) -> Numbers:
    return column.reshape(-1, column.shape[-1] if column.ndim else 1)
