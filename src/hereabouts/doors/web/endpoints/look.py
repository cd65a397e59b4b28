"""The place's own look: its colours as a style sheet and an icon, and its logo."""

from base64 import b64decode

from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.palette import favicon_svg, theme_css


def theme(request: Request) -> Response:
    """Custom properties; only colours that are colours."""
    return Response(theme_css(visit_of(request).manifest.place), media_type="text/css")


def favicon(request: Request) -> Response:
    """A map pin."""
    return Response(favicon_svg(visit_of(request).manifest.place), media_type="image/svg+xml")


def logo(request: Request) -> Response:
    """The place's own picture, which the policy of data keeps from running anything.

    Raises:
        AddressError: W203, it has none.
    """
    picture = visit_of(request).manifest.place.logo
    if picture is None or not request.url.path.endswith(picture.file):
        raise not_found("this place has no logo", code="W203", do="start at the home page")
    return Response(b64decode(picture.base64), media_type=picture.kind)
