"""Directly standardised rates: what the rate would be if the area had the standard's ages."""

import numpy as np

from hereabouts.statistics.age_bands import require_same_bands, require_standard
from hereabouts.statistics.byars import byars_limits
from hereabouts.statistics.intervals import Estimate, Numbers, ratio, require_counts

MINIMUM_EVENTS = 10  # with fewer the method's limits are not to be trusted: no rate is given


def directly_standardised_rate(
    count: Numbers,
    population: Numbers,
    standard: Numbers,
    *,
    multiplier: float,
    confidence: float = 0.95,
) -> Estimate:
    """Rates standardised to the ages of `standard`, with Dobson's limits.

    Args:
        count: events, 0 or more; NaN where missing. Each is of another person: for people with
            several events use `standardised_rate_of_repeats`, whose limits are wider.
        population: people or person-years, 0 or more; NaN where missing.
        standard: the standard population's people in each band, all above 0.
        multiplier: 100,000 for a rate per 100,000.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        `count` and `population` are (areas, bands), `standard` (bands,) or as they are. One
        value and two limits per area; NaN where a band's count is missing, where its population
        is missing or 0, and where there are under `MINIMUM_EVENTS` events in all.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1); Q711
            if a band of the standard is 0 or missing; Q712 if bands do not line up.

    Source:
        Dobson, Kuulasmaa, Eberle and Scherer (1991), Statistics in Medicine 10: 457-462, with
        Byar's limits for the count; Fingertips Public Health Technical Guidance.
        Agrees with PHEindicatormethods 2.1.0 (testresults_DSR) to 1e-9.
    """
    events = require_counts(count)
    rate = _dobson(events, events, population, standard, confidence)
    return Estimate(*(numbers * multiplier for numbers in rate))


def standardised_rate_of_repeats(
    people: Numbers,
    population: Numbers,
    standard: Numbers,
    *,
    multiplier: float,
    confidence: float = 0.95,
) -> Estimate:
    """Directly standardised rates of events that one person may have several of.

    Args:
        people: how many had exactly 1 event, 2 events, 3 and so on, along the last axis; 0
            where nobody had so many, NaN where missing.
        population: people or person-years, 0 or more; NaN where missing.
        standard: the standard population's people in each band, all above 0.
        multiplier: 100,000 for a rate of events per 100,000.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        `people` is (areas, bands, frequencies), the others as in `directly_standardised_rate`;
        so is what is returned. The value counts events; `MINIMUM_EVENTS` is of events.

    Raises:
        DataError: as `directly_standardised_rate`.

    Source:
        PHEindicatormethods 2.1.0, calculate_dsr for events that are not independent: people
        with f events are one Poisson count, whose variance counts f squared times.
        Agrees with its testresults_DSR to 1e-9.
    """
    persons = np.atleast_1d(require_counts(people))
    frequency = np.arange(1, persons.shape[-1] + 1)
    rate = _dobson(persons @ frequency, persons @ frequency**2, population, standard, confidence)
    return Estimate(*(numbers * multiplier for numbers in rate))


def _dobson(
    events: Numbers, spread: Numbers, population: Numbers, standard: Numbers, confidence: float
) -> Estimate:
    """Rates per person; `spread` is the variance of each band's `events`."""
    weights, people = require_standard(standard), require_counts(population)
    require_same_bands(events, people, weights)
    events, people, weights = np.broadcast_arrays(events, people, weights)
    share = weights / weights.sum(axis=-1, keepdims=True)
    each = ratio(share, people)  # what one event adds to the rate
    total = events.sum(axis=-1)
    total = np.where(total < MINIMUM_EVENTS, np.nan, total)
    value = np.where(np.isnan(total), np.nan, (events * each).sum(axis=-1))
    scale = np.sqrt((spread * each**2).sum(axis=-1) / total)
    limits = byars_limits(total, confidence=confidence)
    return Estimate(
        value, value + scale * (limits.lower - total), value + scale * (limits.upper - total)
    )
