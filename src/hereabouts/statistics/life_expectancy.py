"""Life expectancy, by Chiang's abridged life table, with Silcocks' limits."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.columns import Codes, aligned
from hereabouts.statistics.intervals import Estimate, Numbers, normal_quantile, require_counts

FEWEST_PEOPLE = 5_000  # an area of so many or fewer is not published
WIDEST = 20.0  # years: a 95% interval wider than this is not published
_INFANT = 0.1  # of its year, lived by a child who dies in it: most die in the first days
_OTHERS = 0.5  # of the band's years
_BORN = 100_000.0  # in the life table; any number gives the same expectancy


class Unpublished(IntEnum):
    """Why there is no life expectancy."""

    PUBLISHED = 0
    BAND_MISSING = 1
    NOBODY_IN_A_BAND = 2
    MORE_DEATHS_THAN_PEOPLE = 3
    NO_DEATHS_IN_LAST_BAND = 4
    TOO_FEW_PEOPLE = 5
    TOO_WIDE = 6
    NOBODY_REACHES_THIS_AGE = 7


class LifeExpectancy(NamedTuple):
    """Years still to live at the start of each age band."""

    years: Estimate
    reason: Codes
    """`Unpublished` for each: 0 where there is a value."""


class _Table(NamedTuple):
    """A life table: years to live at the start of each band, and their variance."""

    years: Numbers
    variance: Numbers


def life_expectancy(
    starts: Numbers, population: Numbers, deaths: Numbers, *, confidence: float = 0.95
) -> LifeExpectancy:
    """Life expectancy at the start of each age band.

    Args:
        starts: the age at which each band starts, in years: 0, 1, 5, 10 ... 90.
        population: people in each band, over as many years as the deaths; NaN where missing.
        deaths: deaths in each band; NaN where missing.
        confidence: two sided, as a fraction: 0.95, never 95.

    Shape:
        Columns of (..., bands); results of the same shape. NaN, with its reason, where a band is
        missing or empty, holds more deaths than people, or where the last holds no deaths; where
        5,000 people or fewer live in all; where nobody reaches the age; and at each age whose 95%
        interval is wider than 20 years.

    Returns:
        Years, with limits, and why there are none.

    Raises:
        DataError: Q701 if a count is negative; Q702 if `confidence` is not in (0.5, 1); Q741 if
            the columns differ in shape; Q766 if the bands do not start at 0 and ascend, or do
            not match the columns.

    Source:
        Chiang (1984), The Life Table and its Applications; Silcocks, Jenner and Reza (2001),
        doi:10.1136/jech.55.1.38, for the variance of the last band.
        Agrees with the example of PHEindicatormethods 2.1.0 as printed.
    """
    reach = normal_quantile(confidence)
    people, dead = aligned(require_counts(population), require_counts(deaths))
    ages = _require_bands(starts, people)
    reason = _whole_area(people, dead)
    usable = (reason == 0)[..., None]
    table = _life_table(ages, np.where(usable, people, 1.0), np.where(usable, dead, 0.5))
    error = np.sqrt(table.variance)
    unreached = np.isnan(table.years)
    wide = 2 * normal_quantile(0.95) * error > WIDEST
    by_age = np.select(
        [~usable & np.ones_like(unreached), unreached, wide],
        [reason[..., None], Unpublished.NOBODY_REACHES_THIS_AGE, Unpublished.TOO_WIDE],
        Unpublished.PUBLISHED,
    ).astype(np.int8)
    years = np.where(by_age == 0, table.years, np.nan)
    return LifeExpectancy(Estimate(years, years - reach * error, years + reach * error), by_age)


def _whole_area(people: Numbers, dead: Numbers) -> Codes:
    """Why an area has no life table at all; the first reason that holds."""
    missing = np.isnan(people) | np.isnan(dead)
    return np.select(
        [
            missing.any(axis=-1),
            (people == 0).any(axis=-1),
            (dead > people).any(axis=-1),
            dead[..., -1] == 0,
            people.sum(axis=-1) <= FEWEST_PEOPLE,
        ],
        [
            Unpublished.BAND_MISSING,
            Unpublished.NOBODY_IN_A_BAND,
            Unpublished.MORE_DEATHS_THAN_PEOPLE,
            Unpublished.NO_DEATHS_IN_LAST_BAND,
            Unpublished.TOO_FEW_PEOPLE,
        ],
        Unpublished.PUBLISHED,
    ).astype(np.int8)


def _life_table(ages: Numbers, people: Numbers, dead: Numbers) -> _Table:
    lived = np.where(ages == 0, _INFANT, _OTHERS)[:-1]  # of the band, by those who die in it
    width = np.diff(ages)
    rate, last = (dead / people)[..., :-1], (dead / people)[..., -1:]
    dying = width * rate / (1 + width * rate * (1 - lived))
    dying = np.where(dead[..., :-1] > people[..., :-1] / width / lived, 1.0, dying)
    alive = _BORN * np.concatenate([np.ones_like(last), np.cumprod(1 - dying, axis=-1)], axis=-1)
    gone = alive[..., :-1] - alive[..., 1:]
    in_bands = width * (alive[..., 1:] + lived * gone)
    years_lived = _from_the_end(np.concatenate([in_bands, alive[..., -1:] / last], axis=-1))
    some = np.where(alive > 0, alive, np.nan)
    years = years_lived / some
    of_dying = dying**2 * (1 - dying) / np.where(dead[..., :-1] > 0, dead[..., :-1], np.inf)
    after = np.where(alive > 0, years, 0.0)[..., 1:]
    parts = of_dying * alive[..., :-1] ** 2 * ((1 - lived) * width + after) ** 2
    at_end = 4 / (dead[..., -1:] * last**2) * (alive[..., -1:] / 2) ** 2
    return _Table(years, _from_the_end(np.concatenate([parts, at_end], axis=-1)) / some**2)


def _from_the_end(bands: Numbers) -> Numbers:
    summed: Numbers = np.cumsum(bands[..., ::-1], axis=-1)[..., ::-1]
    return summed


def _require_bands(starts: Numbers, people: Numbers) -> Numbers:
    ages = np.asarray(starts, dtype=np.float64)
    known = ages.ndim == 1 and ages.shape == people.shape[-1:] and len(ages) > 1
    if not known or ages[0] != 0 or not bool(np.all(np.diff(ages) > 0)):
        raise DataError(
            "the age bands of a life table do not start at 0 and go up, one for each column",
            code="Q766",
            do="give every band from birth to the oldest, in order, with the age it starts at",
        )
    return ages
