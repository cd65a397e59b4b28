"""Quantile groups of areas: fifths, tenths and the like, by rank."""

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Numbers

Labels = NDArray[np.generic]


def quantile_groups(
    values: Numbers, *, groups: int, highest_first: bool, within: Labels | None = None
) -> Numbers:
    """Which of `groups` groups of like size each value is in, from 1.

    Whole numbers are divided, never floating-point ones: the reference's own way of writing the
    rule puts some areas one group too low for 14, 18, 20 and 21 groups.

    Args:
        values: one per area; NaN where missing.
        groups: 5 for quintiles, 10 for deciles.
        highest_first: whether group 1 has the highest values: the worst where low is good.
        within: what each area belongs to, such as its region, if ranked inside it.

    Shape:
        One number per value; NaN where it is missing, and where fewer areas have values than
        there are groups. Equal values are in one group, the one of the first of them.

    Raises:
        DataError: Q713 if `within` does not line up; Q714 if `groups` is not a whole number
            from 2 upwards.

    Source:
        PHEindicatormethods 2.1.0, phe_quantile. Agrees on every row of testdata_Quantiles.
    """
    if not isinstance(groups, int) or groups < 2:
        raise DataError(
            "areas are put into a whole number of groups, 2 or more", code="Q714", do="give 5 or 10"
        )
    before, size = _places(values, within, highest_first=highest_first)
    group: Numbers = 1 + groups * before // size
    return np.where(size < groups, np.nan, group)


def ranks(values: Numbers, *, highest_first: bool, within: Labels | None = None) -> Numbers:
    """Place of each value, from 1; equal values share the first of their places.

    Args:
        values: one per area; NaN where missing.
        highest_first: whether the highest value comes first.
        within: what each area belongs to, such as its region, if ranked inside it.

    Shape:
        One number per value; NaN where it is missing.

    Raises:
        DataError: Q713 if `within` does not line up.

    Source:
        Standard competition ranking: 1, 2, 2, 4.
    """
    before, _ = _places(values, within, highest_first=highest_first)
    return before + 1


def _places(
    values: Numbers, within: Labels | None, *, highest_first: bool
) -> tuple[Numbers, Numbers]:
    """How many come strictly before each value, and how many there are; NaN where missing."""
    numbers = np.asarray(values, dtype=np.float64)
    labels = np.zeros(numbers.shape, np.int64) if within is None else np.asarray(within)
    if numbers.ndim != 1 or labels.shape != numbers.shape:
        raise DataError(
            "values and what they are ranked within do not line up",
            code="Q713",
            do="give each value one label",
        )
    known = ~np.isnan(numbers)
    key = -numbers[known] if highest_first else numbers[known]
    _, part, sizes = np.unique(labels[known], return_inverse=True, return_counts=True)
    before, size = np.full(numbers.shape, np.nan), np.full(numbers.shape, np.nan)
    before[known], size[known] = _strictly_before(key, part, sizes), sizes[part]
    return before, size


def _strictly_before(
    key: Numbers, part: NDArray[np.intp], sizes: NDArray[np.intp]
) -> NDArray[np.intp]:
    order = np.lexsort((key, part))
    key, part = key[order], part[order]
    place = np.arange(len(order))
    new = (np.diff(key, prepend=np.nan) != 0) | (np.diff(part, prepend=-1) != 0)
    first_of_ties = np.maximum.accumulate(np.where(new, place, 0))
    starts = np.cumsum(sizes) - sizes
    before = np.empty(len(order), np.intp)
    before[order] = first_of_ties - starts[part]
    return before
