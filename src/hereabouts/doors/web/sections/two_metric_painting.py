"""The picture of need and supply in one map: a colour and a pattern for every area."""

import numpy as np

from hereabouts.doors.web.palette import ink_on
from hereabouts.doors.web.sections.two_metric_classes import (
    NONE,
    TwoMetricClasses,
    two_metric_classes,
)
from hereabouts.doors.web.visit import Visit
from hereabouts.geography.paint_two import paint_two
from hereabouts.geography.raster import IdRaster
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator


def painted_pair(
    visit: Visit,
    raster: IdRaster,
    *,
    need: ReleasedIndicator,
    supply: ReleasedIndicator,
    kind: ReleasedAreaType,
) -> bytes:
    """The map as a PNG."""
    classes = two_metric_classes(visit.reader, need, supply, kind)
    shade, pattern = _of_every_area(visit, kind, classes)
    colours = [classes.colour(one) for one in range(len(classes.need_cuts.breaks) + 1)]
    return paint_two(raster, shade, pattern, [(one, ink_on(one)) for one in colours])


def _of_every_area(
    visit: Visit, kind: ReleasedAreaType, classes: TwoMetricClasses
) -> tuple[np.ndarray[tuple[int], np.dtype[np.uint8]], list[str]]:
    """Shade and pattern in number order, for areas that are not in the pair too."""
    by_code = {
        pair[0].area_code: (int(need), int(supply))
        for pair, need, supply in zip(classes.of.areas, classes.need, classes.supply, strict=True)
    }
    found = [by_code.get(area.code, (NONE, NONE)) for area in visit.reader.areas(kind.code)]
    shade = np.array([need for need, _supply in found], dtype=np.uint8)
    return shade, [
        "plain" if supply == NONE else classes.pattern(supply) for _need, supply in found
    ]
