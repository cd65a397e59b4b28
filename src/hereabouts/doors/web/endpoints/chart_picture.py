"""Every chart and map as a picture that says what it is: PNG and SVG."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.pictures.png import png_of
from hereabouts.doors.web.pictures.shown import svg_of
from hereabouts.doors.web.shown_figure import ShownFigure, shown_of_indicator
from hereabouts.doors.web.shown_of_area import shown_of_area
from hereabouts.doors.web.shown_of_section import shown_of_section
from hereabouts.doors.web.visit import Visit

Find = Callable[..., ShownFigure]

OF_INDICATOR = "indicator/{theme}/{name}/{figure}"
OF_AREA = "area/{area_type}/{code}/{theme}/{name}"
OF_SECTION = "page/{page}/{section}"
FOUND: dict[str, Find] = {
    OF_INDICATOR: shown_of_indicator,
    OF_AREA: shown_of_area,
    OF_SECTION: shown_of_section,
}


def svg_picture(find: Find) -> Callable[[Request], Response]:
    """What answers an address of SVG."""

    def answer(request: Request) -> Response:
        return Response(_drawn(request, find), media_type="image/svg+xml")

    return answer


def png_picture(find: Find) -> Callable[[Request], Response]:
    """What answers an address of PNG."""

    def answer(request: Request) -> Response:
        return Response(png_of(_drawn(request, find)), media_type="image/png")

    return answer


def _drawn(request: Request, find: Find) -> str:
    visit: Visit = visit_of(request)
    where = {k: v for k, v in request.path_params.items() if k != "number"}
    return svg_of(visit, find(visit, **where))
