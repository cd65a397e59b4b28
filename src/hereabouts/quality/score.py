"""From measures to a score in each dimension, one for the product, and a rating."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from hereabouts.model.quality import Rating
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.measure import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a product is not green: what quality.yml calls it, its dimension, and words."""

    name: str
    dimension: Dimension | None
    words: str
    rating: Rating  # how bad it makes the product


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a product stands. None is `not measured`, which is not 100."""

    dimensions: Mapping[Dimension, float | None]  # 0 to 100
    score: float | None
    rating: Rating | None
    reasons: tuple[Reason, ...]  # worst first

    @property
    def red_names(self) -> frozenset[str]:
        """What makes it red, as an acceptance names it."""
        return frozenset(r.name for r in self.reasons if r.rating is Rating.RED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Scores below which a product is amber and red, in per cent."""

    amber_below: float
    red_below: float


def shown(score: float) -> float:
    """A score as people are shown it: to one decimal, and never 100 for less than all."""
    return math.floor(score * 10 + 1e-9) / 10


def dimension_scores(measures: Iterable[Measure]) -> dict[Dimension, float | None]:
    """The mean, over a dimension's rules, of the share of rows that keep each.

    Source:
        Dimensions of the Government Data Quality Framework, 2020; the weighting is ours and is
        set out in docs/explanation/quality-scores.md.
    """
    shares: dict[Dimension, list[float]] = {dimension: [] for dimension in Dimension}
    for measure in measures:
        if measure.percent is not None:
            shares[measure.dimension].append(measure.percent)
    return {dimension: fmean(found) if found else None for dimension, found in shares.items()}


def score(measures: Sequence[Measure], *, limits: Limits, also: Iterable[Reason] = ()) -> Score:
    """Score a product and rate it.

    Args:
        measures: every rule that was measured.
        limits: below which scores it is amber and red.
        also: reasons that no measure shows, such as a newest delivery that was refused.
    """
    dimensions = dimension_scores(measures)
    overall = _overall(dimensions)
    counted = [measure for measure in measures if not _is_said_once(measure)]
    reasons = [*also, *_failures(measures), *_low(_overall(dimension_scores(counted)), limits)]
    reasons.sort(key=lambda reason: reason.rating is not Rating.RED)
    return Score(
        dimensions=dimensions, score=overall, rating=_rate(overall, reasons), reasons=tuple(reasons)
    )


def _overall(dimensions: Mapping[Dimension, float | None]) -> float | None:
    measured = [found for found in dimensions.values() if found is not None]
    return fmean(measured) if measured else None


def _is_said_once(measure: Measure) -> bool:
    """A warning that is one yes or no makes a product amber; the limits do not make it red."""
    return measure.severity == "warning" and measure.tested == 1


def _failures(measures: Iterable[Measure]) -> Iterable[Reason]:
    for measure in measures:
        if not measure.passes:
            rating = Rating.AMBER if measure.severity == "warning" else Rating.RED
            yield Reason(
                name=measure.name, dimension=measure.dimension, words=measure.rule, rating=rating
            )


def _low(overall: float | None, limits: Limits) -> Iterable[Reason]:
    if overall is None or overall >= limits.amber_below:
        return
    red = overall < limits.red_below
    limit = limits.red_below if red else limits.amber_below
    yield Reason(
        name="score",
        dimension=None,
        words=f"its score is below {limit:g}",
        rating=Rating.RED if red else Rating.AMBER,
    )


def _rate(overall: float | None, reasons: Sequence[Reason]) -> Rating | None:
    if any(reason.rating is Rating.RED for reason in reasons):
        return Rating.RED
    if reasons:
        return Rating.AMBER
    return None if overall is None else Rating.GREEN
