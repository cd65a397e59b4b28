"""Need and supply in one picture."""

from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.endpoints.drawn_map import raster_of
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.sections.two_metric_painting import painted_pair
from hereabouts.doors.web.visit import Visit
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
    picture = painted_pair(visit, raster, need=need, supply=supply, kind=kind)
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
