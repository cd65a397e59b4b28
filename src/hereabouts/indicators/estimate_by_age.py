"""The methods that need age bands, applied to tables of events and people by age."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.estimate import Estimated
from hereabouts.model.indicator import Method
from hereabouts.statistics.dsr import directly_standardised_rate
from hereabouts.statistics.european_standard_population import european_standard_weights
from hereabouts.statistics.indirect import (
    expected_events,
    indirectly_standardised_rate,
    reference_rate,
    standardised_ratio,
)
from hereabouts.statistics.life_expectancy import life_expectancy

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByAge:
    """Events and people of many areas in one period and category.

    Shape:
        `events` and `people` (areas, bands), `bands` (bands,). `reference_events` and
        `reference_people` (bands,), of the population that indirect methods compare to.
    """

    events: Numbers
    people: Numbers
    bands: tuple[int, ...]  # lowest age of each
    below: int | None
    reference_events: Numbers | None = None
    reference_people: Numbers | None = None


def estimate_by_age(
    method: Method, counts: ByAge, *, multiplier: float, confidence: float
) -> Estimated:
    """Value and limits by a method that standardises for age, one per area.

    Raises:
        DataError: Q711, Q712, Q715 bands are not as the method needs them; Q701 a count is
            negative.
    """
    if method is Method.LIFE_EXPECTANCY:
        starts = np.array(counts.bands, dtype=np.float64)
        found = life_expectancy(starts, counts.people, counts.events, confidence=confidence)
        return Estimated(*(column[..., 0] for column in found.years))
    if method is Method.DSR:
        standard = european_standard_weights(counts.bands, below=counts.below)
        rate = directly_standardised_rate(
            counts.events, counts.people, standard, multiplier=multiplier, confidence=confidence
        )
        return Estimated(*rate)
    return _indirect(method, counts, multiplier=multiplier, confidence=confidence)


def _indirect(method: Method, counts: ByAge, *, multiplier: float, confidence: float) -> Estimated:
    events, people = counts.reference_events, counts.reference_people
    observed = counts.events.sum(axis=-1)
    unknown = events is None or people is None or bool(np.isnan(events).any())
    if events is None or people is None or unknown or bool((people <= 0).any()):
        nothing = np.full(observed.shape, np.nan)
        return Estimated(nothing, nothing, nothing)
    expected = expected_events(counts.people, events, people)
    if method is Method.INDIRECT_RATIO:
        ratio = standardised_ratio(observed, expected, reference=multiplier, confidence=confidence)
        return Estimated(*ratio)
    crude = reference_rate(events, people, multiplier=multiplier)
    return Estimated(
        *indirectly_standardised_rate(
            observed, expected, reference_rate=crude, confidence=confidence
        )
    )
