"""Areas like one another: statistical neighbours, wherever they are on the map."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import Numbers, ratio

_PAIRS_AT_ONCE = 2_000_000  # so that a comparison of all with all needs tens of megabytes


class SimilarAreas(NamedTuple):
    """The areas most like each area, the most like first."""

    places: NDArray[np.int64]  # 0-based places, -1 where there is none
    distances: Numbers  # in standard deviations; NaN where there is none


def similar_areas(columns: Numbers, *, weights: Numbers, count: int) -> SimilarAreas:
    """The nearest areas by what is measured of them.

    Each column is standardised to mean 0 and standard deviation 1 over the areas compared; the
    distance is the square root of the weighted sum of squared differences. A column without
    any variation tells no two areas apart.

    Args:
        columns: one row per area, one column per measure; NaN where missing.
        weights: one per column, 0 or more: 2 counts a squared difference twice.
        count: how many to find for each area, 1 or more.

    Shape:
        One row per area, `count` columns. An area that lacks any measure has none, and is
        nobody's. Of areas equally near, the earlier in the list. Time goes with the square of
        the number of areas.

    Raises:
        DataError: Q742 if a number is infinite; Q774 if the table, the weights or the count are
            not of that kind.

    Source:
        Standardised Euclidean distance, as in the CIPFA Nearest Neighbours Model (2018).
    """
    columns, weights = _required(columns, weights, count)
    whole = np.flatnonzero(~np.isnan(columns).any(axis=1))
    places = np.full((len(columns), count), -1, dtype=np.int64)
    distances = np.full((len(columns), count), np.nan)
    measured = _standardised(columns[whole]) * np.sqrt(weights)
    found = min(count, len(whole) - 1)
    block = max(1, _PAIRS_AT_ONCE // max(len(whole), 1))
    for at in range(0, len(whole) if found > 0 else 0, block):
        these = slice(at, at + block)
        apart = _distances(measured[these], measured)
        apart[np.arange(len(apart)), np.arange(at, at + len(apart))] = np.inf  # not of itself
        nearest = _nearest(apart, found)
        places[whole[these], :found] = whole[nearest]
        distances[whole[these], :found] = np.take_along_axis(apart, nearest, axis=1)
    return SimilarAreas(places, distances)


def _required(columns: Numbers, weights: Numbers, count: int) -> tuple[Numbers, Numbers]:
    (columns,), (weights,) = aligned(columns), aligned(weights)
    fits = columns.ndim == 2 and weights.shape == columns.shape[1:] and len(weights) > 0
    if not fits or count < 1 or bool((np.isnan(weights) | (weights < 0)).any()):
        raise DataError(
            "areas cannot be compared by this table, these weights and this count",
            code="Q774",
            do="give one row per area, one weight of 0 or more per column, and a count above 0",
        )
    return columns, weights


def _standardised(columns: Numbers) -> Numbers:
    if len(columns) == 0:
        return columns
    deviation = np.broadcast_to(columns.std(axis=0), columns.shape)
    return np.nan_to_num(ratio(columns - columns.mean(axis=0), deviation))


def _distances(some: Numbers, of_all: Numbers) -> Numbers:
    squares = np.zeros((len(some), len(of_all)))
    for column in range(of_all.shape[1]):
        squares += (some[:, column, None] - of_all[:, column]) ** 2
    return np.sqrt(squares)


def _nearest(apart: Numbers, found: int) -> NDArray[np.int64]:
    """Places of the nearest of each row in order, equal ones by place: no row is sorted whole."""
    furthest = np.partition(apart, found - 1, axis=1)[:, found - 1, None]
    rows, places = np.nonzero(apart <= furthest)
    places = places[np.lexsort((apart[rows, places], rows))]  # stable, so equal ones keep order
    first = np.searchsorted(rows, np.arange(len(apart)))
    nearest: NDArray[np.int64] = places[first[:, None] + np.arange(found)]
    return nearest
