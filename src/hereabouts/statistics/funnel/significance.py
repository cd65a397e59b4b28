"""On which side of a funnel's lines an area lies."""

import numpy as np

from hereabouts.statistics.columns import aligned
from hereabouts.statistics.funnel.proportion_limits import proportion_funnel
from hereabouts.statistics.intervals import Limits, Numbers, ratio
from hereabouts.statistics.proportion import proportion
from hereabouts.statistics.rate import crude_rate

INNER, OUTER = 0.95, 0.998  # the two pairs of lines
FEWEST_FOR_STANDARDISED = 10  # events, below which a standardised rate is not judged


def proportion_significance(
    numerator: Numbers, denominator: Numbers, *, benchmark: float
) -> Numbers:
    """Where each proportion lies, against the funnel about a benchmark.

    Args:
        numerator: those who have it, from 0 to the denominator; NaN where missing.
        denominator: all of them; NaN where missing.
        benchmark: a share from 0 to 1.

    Shape:
        One number per row; NaN where either is missing or the denominator is 0.

    Returns:
        -2 below the 99.8% line, -1 below the 95% line, 0 between, 1 above the 95% line, 2 above
        the 99.8% line.

    Raises:
        DataError: Q701 if a count is negative; Q703 if a numerator is more than its
            denominator; Q741 if the columns differ in shape.

    Source:
        Wilson (1927). Agrees with PHEindicatormethods 2.1.0 (testdata_funnel_prop_inputs): 303
        of 303 labels.
    """
    x, n = aligned(numerator, denominator)
    value = proportion(x, n, multiplier=1).value
    inner, outer = (proportion_funnel(benchmark, n, confidence=c) for c in (INNER, OUTER))
    return _steps(value, inner, outer)


def count_significance(observed: Numbers, expected: Numbers, *, benchmark: float = 1) -> Numbers:
    """Where each count lies, by its own interval over what was expected, against a benchmark.

    Args:
        observed: events, 0 or more; NaN where missing.
        expected: events expected; for a rate, the population; for a standardised rate,
            `derived_denominator`. NaN where missing.
        benchmark: 1 for a ratio; for a rate, the average rate on the scale of `expected`.

    Shape:
        One number per row; NaN where either is missing or `expected` is 0.

    Returns:
        From -2 to 2, as `proportion_significance`.

    Raises:
        DataError: Q701 if a count is negative; Q741 if the columns differ in shape.

    Source:
        Exact Poisson limits under 10 events, Byar's from 10. Agrees with PHEindicatormethods
        2.1.0 (testdata_funnel_ratio_inputs and _rate_dsr_inputs): every label.
    """
    events, base = aligned(observed, expected)
    inner, outer = (crude_rate(events, base, multiplier=1, confidence=c) for c in (INNER, OUTER))
    # The area is above where the benchmark is below its interval, so the sides change places.
    average = np.full(events.shape, float(benchmark))
    sides = (Limits(limits.lower, limits.upper) for limits in (inner, outer))
    return 0.0 - _steps(average, *sides)


def standardised_significance(count: Numbers, rate: Numbers) -> Numbers:
    """Where each directly standardised rate lies, against their average.

    Each rate is judged as a crude one, over the population at which it would be one. The average
    is all events over all those populations.

    Args:
        count: events; NaN where missing.
        rate: the standardised rate, per any multiplier; NaN or 0 where there is none.

    Shape:
        One number per row; NaN where either is missing, and for fewer than 10 events, which are
        too few to standardise.

    Returns:
        From -2 to 2, as `proportion_significance`.

    Raises:
        DataError: Q701 if a count is negative; Q741 if the columns differ in shape.

    Source:
        Fingertips Public Health Technical Guidance, funnel plots. Agrees with
        PHEindicatormethods 2.1.0 (testdata_funnel_rate_dsr_inputs): every label.
    """
    events, rates = aligned(count, rate)
    people = ratio(events, rates)
    average = ratio(np.nansum(events, keepdims=True), np.nansum(people, keepdims=True)).item()
    level = count_significance(events, people, benchmark=average)
    return np.where(events >= FEWEST_FOR_STANDARDISED, level, np.nan)


def _steps(value: Numbers, inner: Limits, outer: Limits) -> Numbers:
    above = (value > inner.upper).astype(float) + (value > outer.upper)
    below = (value < inner.lower).astype(float) + (value < outer.lower)
    known = ~np.isnan(value) & ~np.isnan(inner.upper)
    return np.where(known, above - below, np.nan)
