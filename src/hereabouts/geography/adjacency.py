"""Which areas are next to which: those whose outlines meet, in a line or at a corner."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from hereabouts.geography.boundaries import Boundaries

_EARTH = 6_371_008.8  # metres: the mean radius
_AT_ONCE = 20_000  # pairs, so that a country's borders never lie in memory together


@dataclass(frozen=True, slots=True)
class Adjacency:
    """Pairs of areas that meet, each pair both ways round, in order of codes."""

    codes: NDArray[np.str_]
    neighbours: NDArray[np.str_]
    shared_metres: NDArray[np.float64]  # 0 where they meet at points only
    islands: tuple[str, ...]  # areas that meet none, and those without an outline


def adjacency(boundaries: Boundaries) -> Adjacency:
    """The areas that each area meets (queen contiguity), and how long a border they share.

    Outlines of one source that share their points, as the Office for National Statistics'
    generalised ones do, meet exactly. Water between two areas keeps them apart, even under a
    bridge; and where two outlines overlap in place of meeting, they are neighbours whose
    shared border may be 0.

    Args:
        boundaries: of every area of one type.
    """
    first, second = _pairs(boundaries.shapes)
    metres = _shared_metres(boundaries.shapes, first, second)
    codes = np.array(boundaries.codes, dtype=np.str_)
    one, other = np.concatenate([first, second]), np.concatenate([second, first])
    order = np.lexsort((other, one))
    met = np.zeros(len(codes), dtype=bool)
    met[one] = True
    return Adjacency(
        codes[one[order]],
        codes[other[order]],
        np.tile(metres, 2)[order],
        tuple(str(code) for code in codes[~met]),
    )


def _pairs(shapes: NDArray[np.object_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Places of areas that meet, the lower first."""
    first, second = shapely.STRtree(shapes).query(shapes)
    lower = first < second
    first, second = first[lower], second[lower]
    shapely.prepare(shapes)
    meet = shapely.intersects(shapes[first], shapes[second])
    return first[meet], second[meet]


def _shared_metres(
    shapes: NDArray[np.object_], first: NDArray[np.intp], second: NDArray[np.intp]
) -> NDArray[np.float64]:
    edges = shapely.boundary(shapes)
    metres = np.zeros(len(first))
    for at in range(0, len(first), _AT_ONCE):
        these = slice(at, at + _AT_ONCE)
        metres[these] = _lengths(shapely.intersection(edges[first[these]], edges[second[these]]))
    return metres


def _lengths(borders: NDArray[np.object_]) -> NDArray[np.float64]:
    """Metres along the lines of each border, in longitude and latitude; points have none."""
    parts, owner = shapely.get_parts(borders, return_index=True)
    points, part = shapely.get_coordinates(parts, return_index=True)
    here, there = np.radians(points[:-1]), np.radians(points[1:])
    middle = (here[:, 1] + there[:, 1]) / 2
    steps = np.hypot((there[:, 0] - here[:, 0]) * np.cos(middle), there[:, 1] - here[:, 1])
    along = part[:-1] == part[1:]
    metres = np.bincount(owner[part[:-1][along]], steps[along], minlength=len(borders)) * _EARTH
    return metres.astype(np.float64)
