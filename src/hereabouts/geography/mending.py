"""Outlines that cross themselves, made whole."""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

_POLYGON, _MULTIPOLYGON = 3, 6


def mend(shapes: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Polygons that are valid, and which were not so.

    What a ring encloses, however often it crosses itself, is kept; what has no area is dropped,
    so that an outline that is nothing but a line becomes an empty polygon.

    Args:
        shapes: Polygons and MultiPolygons; valid ones come back untouched.
    """
    wrong = ~shapely.is_valid(shapes)
    mended = shapes.copy()
    mended[wrong] = [
        _areas_of(shape)
        for shape in shapely.make_valid(shapes[wrong], method="structure", keep_collapsed=False)
    ]
    return mended, wrong


def _areas_of(shape: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    areas = parts[np.isin(shapely.get_type_id(parts), (_POLYGON, _MULTIPOLYGON))]
    polygons = [part for part in shapely.get_parts(areas) if not part.is_empty]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
