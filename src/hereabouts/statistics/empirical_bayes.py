"""Rates of small areas, allowing for how far chance moves them."""

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import Numbers, ratio, require_counts
from hereabouts.statistics.neighbours import Neighbours, sum_of_neighbours


def smoothed_rate(numerator: Numbers, denominator: Numbers) -> Numbers:
    """Rates drawn towards the mean of all areas: the fewer the people, the more.

    Args:
        numerator: events, 0 or more; NaN where missing.
        denominator: people, 0 or more; NaN where missing.

    Shape:
        One rate per area, events per one person; NaN where either is missing or nobody lives
        there. Where areas differ no more than by chance, all have the mean.

    Raises:
        DataError: Q701 if a count is negative; Q741 if the columns differ in shape; Q773 if
            there are events where there are no people.

    Source:
        Marshall (1991), Applied Statistics 40: 283-294, the global estimator.
        Agrees with esda 2.9.0 (Empirical_Bayes) to 1e-12.
    """
    events, people, rate = _rates(numerator, denominator)
    mean, between = _of_all(events, people, rate)
    return _shrunk(rate, people, mean=mean, between=between)


def standardised_rate(numerator: Numbers, denominator: Numbers) -> Numbers:
    """Rates as standard errors from the mean of all areas: what to look for hot spots in.

    Areas of few people then vary no more than others. Rates themselves, and smoothed rates,
    vary more in some parts of a map than in others, and chance makes clusters of that.

    Args:
        numerator: events, 0 or more; NaN where missing.
        denominator: people, 0 or more; NaN where missing.

    Shape:
        One number per area; NaN where either is missing, nobody lives there, or nothing ever
        happened anywhere.

    Raises:
        DataError: as `smoothed_rate`.

    Source:
        Assuncao and Reis (1999), Statistics in Medicine 18: 2147-2162, with a variance between
        areas of no less than 0.
        Agrees with esda 2.9.0 (assuncao_rate) to 1e-12.
    """
    events, people, rate = _rates(numerator, denominator)
    mean, between = _of_all(events, people, rate)
    return ratio(rate - mean, np.sqrt(between + ratio(mean, people)))


def locally_smoothed_rate(
    numerator: Numbers, denominator: Numbers, neighbours: Neighbours
) -> Numbers:
    """Rates drawn towards the mean of the area and its neighbours: to look at on a map.

    Never look for hot spots in these: each borrows from its neighbours, so that neighbours are
    alike by the making, and chance alone makes clusters.

    Args:
        numerator: events, 0 or more; NaN where missing.
        denominator: people, 0 or more; NaN where missing.
        neighbours: of the same areas, in the same order.

    Shape:
        As `smoothed_rate`. A missing area is left out of its neighbours' means; an island keeps
        its own rate.

    Raises:
        DataError: as `smoothed_rate`; Q771 if the neighbours are of other areas.

    Source:
        Marshall (1991), Applied Statistics 40: 283-294, the local estimator.
        Agrees with esda 2.9.0 (Spatial_Empirical_Bayes) to 1e-12.
    """
    events, people, rate = _rates(numerator, denominator)
    count = sum_of_neighbours(rate, neighbours).known + 1
    columns = (people, events, people * rate**2)
    population, total, second = (x + sum_of_neighbours(x, neighbours).total for x in columns)
    mean = ratio(total, population)
    # The weighted variance about each area's own mean, without a loop over areas.
    squares = second - mean * total
    between = ratio(squares, population) - ratio(mean * count, population)
    return _shrunk(rate, people, mean=mean, between=np.maximum(between, 0))


def _rates(numerator: Numbers, denominator: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Events, people and rates; all NaN where there is no rate."""
    events, people = aligned(require_counts(numerator), require_counts(denominator))
    if bool(((people == 0) & (events > 0)).any()):
        raise DataError(
            "there are events where there are no people",
            code="Q773",
            do="count events and people of the same areas, or leave such areas out",
        )
    rate = ratio(events, people)
    nothing = np.isnan(rate)
    return np.where(nothing, np.nan, events), np.where(nothing, np.nan, people), rate


def _of_all(events: Numbers, people: Numbers, rate: Numbers) -> tuple[Numbers, Numbers]:
    """The mean of all areas, and the variance between them, as columns."""
    known = ~np.isnan(rate)
    if not bool(known.any()):
        return rate, rate
    population = people[known].sum()
    mean = float(events[known].sum() / population)
    within = float((people[known] * (rate[known] - mean) ** 2).sum() / population)
    between = max(within - mean / float(people[known].mean()), 0.0)
    return np.full(rate.shape, mean), np.full(rate.shape, between)


def _shrunk(rate: Numbers, people: Numbers, *, mean: Numbers, between: Numbers) -> Numbers:
    kept = np.nan_to_num(ratio(between, between + ratio(mean, people)))
    shrunk: Numbers = mean + kept * (rate - mean)
    return np.where(np.isnan(rate), np.nan, shrunk)
