"""A population pyramid: how many of each sex are in each age band, and what share of everyone."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import Numbers, require_counts

#: 0 to 4, 5 to 9 ... 85 to 89, 90 and over.
FIVE_YEARS: Numbers = np.arange(0.0, 95.0, 5.0)


class Side(NamedTuple):
    """One sex, or both: people in each band, and their share of everyone of both sexes."""

    people: Numbers
    share: Numbers


class Pyramid(NamedTuple):
    """Both sides of a pyramid and the two together."""

    female: Side
    male: Side
    both: Side


def population_pyramid(
    ages: Numbers, female: Numbers, male: Numbers, *, starts: Numbers = FIVE_YEARS
) -> Pyramid:
    """People by age band and sex, and their shares of everyone.

    Shares are of both sexes together, so the two sides of one pyramid can be compared with each
    other, and two pyramids of different size can be laid over one another.

    Args:
        ages: the age at which each column starts, in years; the last is open ended.
        female: women and girls of each age; NaN where missing.
        male: men and boys of each age; NaN where missing.
        starts: the age at which each band starts; the last is open ended.

    Shape:
        Counts of (..., ages); results of (..., bands). A band that holds a missing age is NaN,
        and so are all shares of an area with one: they are of a whole that is not known, or of
        nobody.

    Returns:
        Counts, and shares from 0 to 1 that add up to 1 over `both`.

    Raises:
        DataError: Q701 if a count is negative; Q741 if the columns differ in shape; Q767 if ages
            or bands do not go up, do not match the columns, or would leave out or split an age.

    Source:
        Office for National Statistics, population pyramids: shares of the whole population.
    """
    women, men = aligned(require_counts(female), require_counts(male))
    first = _first_of_bands(ages, starts, women)
    counts = [np.add.reduceat(people, first, axis=-1) for people in (women, men)]
    counts.append(counts[0] + counts[1])
    everyone = counts[2].sum(axis=-1, keepdims=True)
    whole = np.where(everyone > 0, everyone, np.nan)
    return Pyramid(*(Side(count, count / whole) for count in counts))


def _first_of_bands(ages: Numbers, starts: Numbers, people: Numbers) -> NDArray[np.intp]:
    """Where each band begins among the ages."""
    given, wanted = np.asarray(ages, dtype=np.float64), np.asarray(starts, dtype=np.float64)
    if not (_goes_up(given) and _goes_up(wanted)) or given.shape != people.shape[-1:]:
        raise _refused("ages and bands do not go up, or there is not one age for each column")
    if wanted[0] != given[0]:
        raise _refused("the first band does not start at the first age")
    if not bool(np.isin(wanted, given).all()):
        raise _refused("a band starts in the middle of an age group")
    return np.searchsorted(given, wanted)


def _goes_up(ages: Numbers) -> bool:
    return ages.ndim == 1 and len(ages) > 0 and bool(np.all(np.diff(ages) > 0))


def _refused(problem: str) -> DataError:
    return DataError(
        problem, code="Q767", do="start each band at one of the ages, and the first at the lowest"
    )
