"""Which areas stand out as clusters of high or low values, and how sure that is."""

from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.statistics.columns import Codes
from hereabouts.statistics.false_discovery import q_values, two_sided_p
from hereabouts.statistics.getis_ord import gi_star
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.local_moran import Quadrant, local_moran
from hereabouts.statistics.neighbours import Neighbours, sum_of_neighbours
from hereabouts.statistics.normal_scores import normal_scores

RATE, STRICT_RATE = 0.05, 0.01  # of false discoveries
FEWEST_AREAS = 30  # with a value, below which there is too little to be a cluster in


class HotSpot(StrEnum):
    """What an area is, with the rate of false discoveries at which it is."""

    HOT_STRICT = "hot_1"
    HOT = "hot_5"
    COLD_STRICT = "cold_1"
    COLD = "cold_5"
    NEITHER = "neither"
    ISLAND = "island"  # no neighbour has a value, so nothing can be said


class HotSpots(NamedTuple):
    """One judgement per area; NaN and "" where it has no value."""

    z: Numbers  # Gi* of normal scores
    q: Numbers  # the least false discovery rate at which the area is a finding
    kind: NDArray[np.str_]  # of HotSpot
    moran: Codes  # of Quadrant where local Moran is a finding at 5%, otherwise NONE


def hot_spots(values: Numbers, neighbours: Neighbours) -> HotSpots:
    """Judge every area by Gi* and by local Moran, each over all areas at once.

    Args:
        values: rates by `standardised_rate`, or values of another kind; never rates that are
            locally smoothed. NaN where missing or hidden.
        neighbours: of the same areas, in the same order.

    Shape:
        One judgement per area. None stands out where all values are equal.

    Raises:
        DataError: Q742 if a number is infinite; Q771 if the neighbours are of other areas.

    Source:
        Ord and Getis (1995) and Anselin (1995) of Blom's normal scores, with Benjamini and
        Hochberg (1995). Of the values themselves, where these are skewed, the promised rate
        of false discoveries is broken many times over: both are measured in the tests.
    """
    scores = normal_scores(values)
    z = gi_star(scores, neighbours)
    q = q_values(two_sided_p(z))
    found = local_moran(scores, neighbours)
    sure = q_values(two_sided_p(found.z)) <= RATE
    moran = np.where(sure, found.quadrant, Quadrant.NONE).astype(np.int8)
    alone = sum_of_neighbours(scores, neighbours).known == 0
    return HotSpots(z, q, _kinds(z, q, missing=np.isnan(scores), alone=alone), moran)


def _kinds(
    z: Numbers, q: Numbers, *, missing: NDArray[np.bool_], alone: NDArray[np.bool_]
) -> NDArray[np.str_]:
    hot, found, strict = z > 0, q <= RATE, q <= STRICT_RATE
    conditions = [missing, alone, hot & strict, hot & found, strict, found]
    kinds = ["", HotSpot.ISLAND, HotSpot.HOT_STRICT, HotSpot.HOT]
    kinds += [HotSpot.COLD_STRICT, HotSpot.COLD]
    return np.select(conditions, [str(kind) for kind in kinds], str(HotSpot.NEITHER))
