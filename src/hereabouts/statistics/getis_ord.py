"""Gi*: whether an area and its neighbours are together high, or low."""

import numpy as np

from hereabouts.statistics.intervals import Numbers, ratio
from hereabouts.statistics.neighbours import Neighbours, sum_of_neighbours


def gi_star(values: Numbers, neighbours: Neighbours) -> Numbers:
    """How many standard errors the sum of an area and its neighbours is from what chance gives.

    Weights are 1 for the area itself and for each neighbour, and 0 otherwise. Weights that add
    up to 1 in each row make another statistic, which finds far less.

    Args:
        values: one per area; NaN where missing. Where areas differ in population, standardised
            rates; as normal scores, if `z` is to be read as a probability.
        neighbours: of the same areas, in the same order.

    Shape:
        One z per area. An area without a value has no z, and is left out of its neighbours'
        sums, of the mean and of the variance. An island has none either (an area without a
        neighbour that has a value: no cluster), nor has any area where all values are equal.

    Raises:
        DataError: Q742 if a number is infinite; Q771 if the neighbours are of other areas.

    Source:
        Ord and Getis (1995), Geographical Analysis 27: 286-306, equation 5 for Gi*.
        Agrees with esda 2.9.0 (G_Local, star, transform "B") to 1e-12.
    """
    sums = sum_of_neighbours(values, neighbours)
    known = ~np.isnan(values)
    areas = int(known.sum())
    if areas < 2 or not _varies(values[known]):
        return np.full(len(values), np.nan)
    weight = sums.known + 1
    mean, deviation = float(values[known].mean()), float(values[known].std())
    spread = (areas * weight - weight**2) / (areas - 1)
    error = deviation * np.sqrt(np.maximum(spread, 0))
    star = ratio(sums.total + values - mean * weight, error)
    return np.where(sums.known > 0, star, np.nan)


def _varies(values: Numbers) -> bool:
    return bool(values.max() > values.min())
