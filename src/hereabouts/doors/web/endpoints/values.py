"""One float32 per area in number order: what a map says of them."""

from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.endpoints.slice_address import read_slice


def values(request: Request) -> Response:
    """Little-endian; a missing value is a NaN whose payload says why."""
    asked = read_slice(request)
    array = asked.visit.reader.values_array(
        asked.indicator.id,
        area_type=asked.area_type.code,
        period_start=asked.start,
        category=asked.category,
    )
    return Response(array.tobytes(), media_type="application/octet-stream")
