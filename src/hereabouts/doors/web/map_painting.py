"""The map of one indicator as a picture, in the classes and colours of its legend."""

from datetime import date

import numpy as np

from hereabouts.doors.web.map_classes import cuts_of, why_missing
from hereabouts.doors.web.visit import Visit
from hereabouts.geography import paint as painting
from hereabouts.geography.raster import IdRaster
from hereabouts.release.manifest_model import ReleasedAreaType

#: From the last digits of a missing value's bits to the painter's class for it.
CLASS_OF = np.array([0, painting.HIDDEN, painting.NOT_AVAILABLE, painting.NOT_APPLICABLE])


def painted_map(
    visit: Visit, raster: IdRaster, *, indicator: str, kind: ReleasedAreaType, start: date,
    category: str,
) -> bytes:  # fmt: skip
    """A PNG.

    Args:
        visit: whose release it is.
        raster: the areas.
        indicator: `theme.name`.
        kind: of area.
        start: first day of the period.
        category: of the breakdown.
    """
    cuts = cuts_of(visit.reader, indicator, kind.code)
    array = visit.reader.values_array(
        indicator, area_type=kind.code, period_start=start, category=category
    )
    why = why_missing(array)
    classes = np.where(why > 0, CLASS_OF[why], cuts.classes(array)).astype(np.uint8)
    return painting.paint(raster, classes, cuts.palette)
