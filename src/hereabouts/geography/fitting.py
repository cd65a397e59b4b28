"""Outlines that overlap their neighbours a little, or do not share their corners, fitted together.

Zooming out simplifies a border once for both its sides, which needs both to have the same points.
"""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

#: Of an area. What would change more was drawn to overlap, or is of another map altogether.
MOST_CHANGED = 0.01


def fit_together(shapes: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.bool_], bool]:
    """Shapes whose shared borders have the same points, which did not fit, and if they do now.

    An overlap is given to one of the two, and corners of one are put into the border of the other.
    Where that would change an area by more than 1%, nothing is changed.

    Args:
        shapes: valid Polygons and MultiPolygons; empty ones fit anywhere.

    Source:
        JTS and GEOS 3.14, CoverageCleaner.
    """
    unfit = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))
    if not unfit.any():
        return shapes, unfit, True
    before = shapes[unfit]
    after = np.asarray(shapely.coverage_clean(before))  # type: ignore[attr-defined]  # stubs
    change = np.abs(shapely.area(after) - shapely.area(before)) / shapely.area(before)
    if len(after) != len(before) or change.max() > MOST_CHANGED:
        return shapes, unfit, False
    fitted = shapes.copy()
    fitted[unfit] = after
    return fitted, unfit, True
