"""Areas as points of a funnel: counts, sizes, the benchmark, and the lines about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hereabouts.model.indicator import Method
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.statistics.funnel.count_limits import expected_at_limits
from hereabouts.statistics.funnel.overdispersed_limits import overdispersed_limits
from hereabouts.statistics.funnel.overdispersion import Spread, overdispersion
from hereabouts.statistics.funnel.proportion_limits import proportion_funnel
from hereabouts.statistics.funnel.scales import PROPORTION, ROOT_RATIO, Scale, placed
from hereabouts.statistics.intervals import Limits, Numbers

INNER, OUTER = 0.95, 0.998
STEPS = 60  # of a line


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelAreas:
    """Areas that have a place on a funnel.

    Shape:
        `count` and `size` are columns, one row for each of `areas`. A value is count over size,
        times the multiplier.
    """

    indicator: ReleasedIndicator
    areas: tuple[Observation, ...]
    count: Numbers
    size: Numbers
    left_out: int  # with a value, but no place
    share: float  # the benchmark, before it is multiplied

    @property
    def spread(self) -> Spread:
        """How much more areas differ than chance explains."""
        return overdispersion(self._scale, self.count, self._base)

    @property
    def _scale(self) -> Scale:
        if self.indicator.method is Method.PROPORTION:
            return replace(PROPORTION, benchmark=self.share)
        return ROOT_RATIO

    @property
    def _base(self) -> Numbers:
        """The denominator on the scale: everyone, or the events expected at the benchmark."""
        if self.indicator.method is Method.PROPORTION:
            return self.size
        expected: Numbers = self.size * self.share
        return expected

    def levels(self, *, widened: bool) -> Numbers:
        """-2 below the 99.8% line, -1 below the 95% line, 0 between, 1 and 2 above."""
        inner, outer = (self._sides(confidence, widened=widened) for confidence in (INNER, OUTER))
        levels: Numbers = inner + outer
        return levels

    def line(self, confidence: float, *, upto: float, widened: bool) -> tuple[Numbers, Limits]:
        """Sizes, and the lower and upper line at them, as shares."""
        sizes = np.geomspace(max(float(self.size.min()) / 3, upto / 2_000), upto, STEPS)
        return sizes, self._limits(sizes, confidence, widened=widened)

    def _limits(self, sizes: Numbers, confidence: float, *, widened: bool) -> Limits:
        proportion = self.indicator.method is Method.PROPORTION
        if widened:
            scale, tau2 = self._scale, self.spread.tau2
            target = placed(scale, self.count, self._base).target
            base = sizes if proportion else sizes * self.share
            found = overdispersed_limits(
                scale, base, target=target, tau2=tau2, confidence=confidence
            )
            unit = 1.0 if proportion else self.share
            return Limits(found.lower * unit, found.upper * unit)
        if proportion:
            return proportion_funnel(self.share, sizes, confidence=confidence)
        return _count_lines(sizes * self.share, sizes, confidence)

    def _sides(self, confidence: float, *, widened: bool) -> Numbers:
        """1 above the upper line of one confidence, -1 below the lower, else 0."""
        if widened or self.indicator.method is Method.PROPORTION:
            low, high = self._limits(self.size, confidence, widened=widened)
            share = self.count / self.size
            return (share > high).astype(np.float64) - (share < low)
        expected = expected_at_limits(self.count, confidence=confidence)
        above, below = self._base < expected.lower, self._base > expected.upper
        return above.astype(np.float64) - below


def funnel_areas(
    seen: Sequence[Observation], *, indicator: ReleasedIndicator, benchmark: float | None
) -> FunnelAreas | None:
    """The areas of a funnel, about a benchmark's value or else about all of them together.

    Every number is a released one. The size of a standardised rate is the population at which
    its count would be that rate, and of an indirect ratio the events expected.

    Returns:
        None where no area has a place, or the benchmark is zero.
    """
    valued = [one for one in seen if one.value is not None]
    sized = [(one, _size(one, indicator)) for one in valued]
    placed_ = [(one, size) for one, size in sized if size and _fits(one, size, indicator)]
    if not placed_:
        return None
    count = np.array([one.numerator for one, _size in placed_], dtype=np.float64)
    size = np.array([size for _one, size in placed_], dtype=np.float64)
    share = count.sum() / size.sum() if benchmark is None else benchmark / indicator.multiplier
    if share <= 0:
        return None
    return FunnelAreas(
        indicator=indicator,
        areas=tuple(one for one, _size in placed_),
        count=count,
        size=size,
        left_out=len(valued) - len(placed_),
        share=float(share),
    )


def _size(one: Observation, indicator: ReleasedIndicator) -> float | None:
    if one.numerator is None:
        return None
    if not indicator.method.by_age:
        return one.denominator
    return one.numerator * indicator.multiplier / one.value if one.value else None


def _fits(one: Observation, size: float, indicator: ReleasedIndicator) -> bool:
    """A share of more than all has no place."""
    within = one.numerator is not None and one.numerator <= size
    return within or indicator.method is not Method.PROPORTION


def _count_lines(expected: Numbers, sizes: Numbers, confidence: float) -> Limits:
    """The exact lines, which are known at whole counts, read off at expected counts."""
    most = int(expected.max() + 5 * np.sqrt(expected.max()) + 10)
    counts = np.unique(np.round(np.geomspace(1, most, 400)))
    counts = np.concatenate([[0.0], counts])
    ends = expected_at_limits(counts, confidence=confidence)
    lower = np.interp(expected, ends.upper, counts)
    upper = np.interp(expected, ends.lower, counts)
    return Limits(lower / sizes, upper / sizes)
