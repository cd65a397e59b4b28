"""One byte per area in number order: what colours a map."""

from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.endpoints.slice_address import read_slice
from hereabouts.doors.web.map_asked import LOOK
from hereabouts.doors.web.map_colouring import colouring_of


def map_classes_file(request: Request) -> Response:
    """A position in the fills of the page's map; 253 hidden, 254 not available, 255 neither."""
    asked = read_slice(request, *LOOK)
    classes = colouring_of(asked.visit, asked.state).classes
    return Response(classes.tobytes(), media_type="application/octet-stream")
