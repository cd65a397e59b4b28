"""Need and supply in one picture."""

import numpy as np
from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.endpoints.drawn_map import raster_of
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.palette import ink_on
from hereabouts.doors.web.sections.two_metric_classes import (
    NONE,
    TwoMetricClasses,
    two_metric_classes,
)
from hereabouts.doors.web.visit import Visit
from hereabouts.geography.paint_two import paint_two
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator


def two_metric_map(request: Request) -> Response:
    """The map of two indicators that `/r/<n>/beside/<need>/<supply>/<area_type>.png` names.

    Raises:
        AddressError: W201, W204, W205, W208 or W209, the release has no such thing.
    """
    visit = visit_of(request)
    visit.asked()
    kind = visit.area_type(request.path_params["area_type"])
    need, supply = (
        _indicator(visit, request.path_params[name], kind) for name in ("need", "supply")
    )
    raster = raster_of(visit, kind)
    classes = two_metric_classes(visit.reader, need, supply, kind)
    shade, pattern = _of_every_area(visit, kind, classes)
    colours = [classes.colour(need) for need in range(len(classes.need_cuts.breaks) + 1)]
    picture = paint_two(raster, shade, pattern, [(one, ink_on(one)) for one in colours])
    return Response(picture, media_type="image/png")


def _indicator(visit: Visit, name: str, kind: ReleasedAreaType) -> ReleasedIndicator:
    theme, _dot, short = name.partition(".")
    found = visit.indicator(theme, name=short)
    if kind.code not in found.area_types:
        raise not_found(
            "this indicator has no such kind of area",
            code="W208",
            do="follow a link from the page",
        )
    return found


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
