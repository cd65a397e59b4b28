"""Local Moran: whether an area is like its neighbours, or stands out among them."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from hereabouts.statistics.columns import Codes
from hereabouts.statistics.intervals import Numbers, ratio
from hereabouts.statistics.neighbours import Neighbours, sum_of_neighbours


class Quadrant(IntEnum):
    """An area against the mean, and its neighbours' mean against the same."""

    NONE = -1  # no value, or an island
    HIGH_HIGH = 1
    LOW_HIGH = 2  # a low area among high ones
    LOW_LOW = 3
    HIGH_LOW = 4  # a high area among low ones


class LocalMoran(NamedTuple):
    """One statistic per area; NaN where there is none."""

    statistic: Numbers  # above 0 where an area and its neighbours are on one side of the mean
    z: Numbers  # of the statistic, about what chance gives
    quadrant: Codes  # of Quadrant, whether or not z is large


def local_moran(values: Numbers, neighbours: Neighbours) -> LocalMoran:
    """Each area's likeness to its neighbours, and how sure it is.

    The z is about the mean and variance of all ways of dealing the other areas' values to the
    area's neighbours while the area keeps its own (conditional randomisation).

    Args:
        values: one per area; NaN where missing.
        neighbours: of the same areas, in the same order; each counts as much as another.

    Shape:
        As `gi_star`: no statistic for a missing value, an island, or where all are equal. No z
        for an area at exactly the mean.

    Raises:
        DataError: Q742 if a number is infinite; Q771 if the neighbours are of other areas.

    Source:
        Anselin (1995), Geographical Analysis 27: 93-115; Sokal, Oden and Thomson (1998),
        Geographical Analysis 30: 331-354, A7 and A8.
        Agrees with esda 2.9.0 (Moran_Local: EIc, VIc, q) to 1e-12; its Is is divided by n - 1
        where its moments are by n, and is n / (n - 1) times as large here.
    """
    sums = sum_of_neighbours(values, neighbours)
    known = ~np.isnan(values)
    areas = int(known.sum())
    if areas < 3 or not bool(values[known].max() > values[known].min()):
        nothing = np.full(len(values), np.nan)
        return LocalMoran(nothing, nothing, np.full(len(values), Quadrant.NONE, dtype=np.int8))
    own = values - values[known].mean()
    second = float((own[known] ** 2).mean())
    around = ratio(sums.total, sums.known) - values[known].mean()
    statistic = own * around / second
    expected = -(own**2) / ((areas - 1) * second)
    variance = _variance(own, second, sums.known, areas)
    z = ratio(statistic - expected, np.sqrt(variance))
    return LocalMoran(statistic, z, _quadrants(own, around))


def _variance(own: Numbers, second: float, count: Numbers, areas: int) -> Numbers:
    """Of weights that are each one over the number of neighbours."""
    weights = ratio(np.ones(count.shape), count) - 1 / (areas - 1)
    left = np.maximum(second - own**2 / (areas - 1), 0)
    variance: Numbers = (own / second) ** 2 * areas / (areas - 2) * np.maximum(weights, 0) * left
    return variance


def _quadrants(own: Numbers, around: Numbers) -> Codes:
    high, among_high = own > 0, around > 0
    codes = np.select(
        [np.isnan(own * around), high & among_high, among_high, ~high],
        [Quadrant.NONE, Quadrant.HIGH_HIGH, Quadrant.LOW_HIGH, Quadrant.LOW_LOW],
        Quadrant.HIGH_LOW,
    )
    return codes.astype(np.int8)
