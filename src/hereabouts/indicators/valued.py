"""Values, limits, comparisons and markers, of every area of one level."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.compare import SURE, USUAL, compared
from hereabouts.indicators.counted import Counted
from hereabouts.indicators.estimate import Estimated, estimate
from hereabouts.indicators.estimate_by_age import ByAge, estimate_by_age
from hereabouts.indicators.measure_sql import STRONGEST
from hereabouts.indicators.measured import NOTHING, Numbers
from hereabouts.model.indicator import Indicator
from hereabouts.model.observation import Marker
from hereabouts.statistics.intervals import Limits

Codes = NDArray[np.int8]

#: The marker at each code: none, those of `STRONGEST` in their order, then an estimate.
MARKERS = (None, *STRONGEST, Marker.ESTIMATED)
_NOT_AVAILABLE, _UNRELIABLE = (
    MARKERS.index(marker) for marker in (Marker.NOT_AVAILABLE, Marker.UNRELIABLE)
)


@dataclass(frozen=True, slots=True)
class Benchmarked:
    """The value compared to, (columns,)."""

    value: Numbers


@dataclass(frozen=True, slots=True)
class Reference:
    """Events and people by age that indirect methods compare to, (columns, bands)."""

    events: Numbers
    people: Numbers


@dataclass(frozen=True, slots=True)
class Valued:
    """Columns of observations, all (areas, columns). Codes are places in MARKERS and WORDS."""

    numerator: Numbers
    denominator: Numbers
    value: Numbers
    lower: Numbers
    upper: Numbers
    marker: Codes
    compared: Codes


def valued(
    indicator: Indicator,
    counts: Counted,
    *,
    bands: tuple[int, ...] = (),
    reference: Reference | None,
    benchmark: Benchmarked | None,
) -> Valued:
    """What is observed, from what was counted.

    Args:
        indicator: whose method, confidence and polarity count.
        counts: numerators and denominators, by age where the method is.
        bands: lowest ages, where it is.
        reference: for indirect methods.
        benchmark: what to compare with; None leaves all uncompared.
    """

    def at(confidence: float) -> Estimated:
        return _estimated(indicator, counts, bands, reference, confidence)

    found = at(indicator.confidence)
    beside = np.zeros(found.value.shape, np.int8)
    if benchmark is not None:
        usual = found if indicator.confidence == USUAL else at(USUAL)
        sure = at(SURE)
        beside = compared(
            Limits(usual.lower, usual.upper),
            Limits(sure.lower, sure.upper),
            np.broadcast_to(benchmark.value, found.value.shape),
            better=indicator.better,
        )
    return Valued(
        counts.numerator,
        counts.denominator,
        found.value,
        found.lower,
        found.upper,
        _markers(indicator, counts, found.value),
        beside,
    )


def worked_with(indicator: Indicator, counts: Counted) -> Valued:
    """Counts of areas that nothing is published of, which need no method: nobody sees them."""
    nothing = np.full(counts.numerator.shape, np.nan)
    return Valued(
        counts.numerator,
        counts.denominator,
        counts.numerator,
        nothing,
        nothing,
        _markers(indicator, counts, counts.numerator),
        np.zeros(nothing.shape, np.int8),
    )


def _estimated(
    indicator: Indicator,
    counts: Counted,
    bands: tuple[int, ...],
    reference: Reference | None,
    confidence: float,
) -> Estimated:
    if counts.events is None or counts.people is None or indicator.ages is None:
        return estimate(
            indicator.method,
            counts.numerator,
            counts.denominator,
            multiplier=indicator.multiplier,
            confidence=confidence,
        )
    each = [
        estimate_by_age(
            indicator.method,
            ByAge(
                events=counts.events[:, column],
                people=counts.people[:, column],
                bands=bands,
                below=indicator.ages.below,
                reference_events=reference.events[column] if reference else None,
                reference_people=reference.people[column] if reference else None,
            ),
            multiplier=indicator.multiplier,
            confidence=confidence,
        )
        for column in range(counts.numerator.shape[1])
    ]
    if not each:
        return Estimated(*(np.empty(counts.numerator.shape) for _ in range(3)))
    return Estimated(
        np.stack([found.value for found in each], axis=1),
        np.stack([found.lower for found in each], axis=1),
        np.stack([found.upper for found in each], axis=1),
    )


def _markers(indicator: Indicator, counts: Counted, value: Numbers) -> Codes:
    """Why there is no value; that it is an estimate; or nothing."""
    missing = np.isnan(value)
    said = np.where(counts.why_not == NOTHING, _NOT_AVAILABLE, counts.why_not + 1)
    if indicator.method.by_age:
        known = ~np.isnan(counts.numerator) & ~np.isnan(counts.denominator)
        said = np.where(known, _UNRELIABLE, said)
    estimated = np.where(counts.estimated, MARKERS.index(Marker.ESTIMATED), 0)
    return np.where(missing, said, estimated).astype(np.int8)
