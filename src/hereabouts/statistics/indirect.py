"""Indirectly standardised ratios and rates: events seen over events to be expected."""

import numpy as np

from hereabouts.statistics.age_bands import (
    require_reference,
    require_same_bands,
    require_standard,
)
from hereabouts.statistics.intervals import Estimate, Numbers, ratio, require_counts
from hereabouts.statistics.poisson import poisson_limits


def expected_events(
    population: Numbers, reference_count: Numbers, reference_population: Numbers
) -> Numbers:
    """Events that each area would have if each of its age bands had the reference's rate.

    Args:
        population: the area's people, 0 or more; NaN where missing.
        reference_count: events of the reference population, 0 or more.
        reference_population: its people, all above 0.

    Shape:
        `population` is (areas, bands), the others (bands,). One number per area; NaN where a
        band is missing.

    Raises:
        DataError: Q701 if a count is negative; Q711 if the reference lacks a band; Q712 if
            bands do not line up.

    Source:
        Breslow and Day (1987), Statistical Methods in Cancer Research, vol. II, chapter 2.
    """
    people, events = require_counts(population), require_reference(reference_count)
    reference = require_standard(reference_population)
    require_same_bands(people, events, reference)
    expected: Numbers = (people * (events / reference)).sum(axis=-1)
    return expected


def standardised_ratio(
    observed: Numbers, expected: Numbers, *, reference: float = 100, confidence: float = 0.95
) -> Estimate:
    """Events over expected events, times `reference`, as a standardised mortality ratio is.

    Args:
        observed: events in all ages, 0 or more; NaN where missing.
        expected: from `expected_events`.
        reference: what the reference population itself has: 100, or 1.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One value and two limits per area; NaN where either is missing or nothing is expected.
        Limits are exact below 10 events and Byar's from 10 upwards.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        Fingertips Public Health Technical Guidance, indirectly standardised ratios.
        Agrees with PHEindicatormethods 2.1.0 (testresults_ISR) to 1e-9.
    """
    events, likely = require_counts(observed), require_counts(expected)
    limits = poisson_limits(events, confidence=confidence)
    value, lower, upper = (ratio(x, likely) * reference for x in (events, *limits))
    return Estimate(value, lower, upper)


def reference_rate(
    reference_count: Numbers, reference_population: Numbers, *, multiplier: float
) -> float:
    """The crude rate of a reference population, per `multiplier` people.

    Raises:
        DataError: Q701 if a count is negative; Q711 if the reference lacks a band; Q712 if
            bands do not line up.

    Source:
        Fingertips Public Health Technical Guidance, indirectly standardised rates.
    """
    events = require_reference(reference_count)
    people = require_standard(reference_population)
    require_same_bands(events, people)
    return float(np.sum(events) / np.sum(people) * multiplier)


def indirectly_standardised_rate(
    observed: Numbers, expected: Numbers, *, reference_rate: float, confidence: float = 0.95
) -> Estimate:
    """The standardised ratio times the reference population's crude rate.

    Args:
        observed: events in all ages, 0 or more; NaN where missing.
        expected: from `expected_events`.
        reference_rate: from `reference_rate`, whose multiplier is that of the rates returned.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        One value and two limits per area; NaN where either is missing or nothing is expected.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1).

    Source:
        Fingertips Public Health Technical Guidance, indirectly standardised rates.
        Agrees with PHEindicatormethods 2.1.0 (testresults_ISR) to 1e-9.
    """
    return standardised_ratio(observed, expected, reference=reference_rate, confidence=confidence)
