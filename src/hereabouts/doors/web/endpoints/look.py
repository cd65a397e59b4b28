"""The place's own colours, as a style sheet and an icon."""

from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.palette import favicon_svg, theme_css


def theme(request: Request) -> Response:
    """Custom properties; only colours that are colours."""
    return Response(theme_css(visit_of(request).manifest.place), media_type="text/css")


def favicon(request: Request) -> Response:
    """A map pin."""
    return Response(favicon_svg(visit_of(request).manifest.place), media_type="image/svg+xml")
