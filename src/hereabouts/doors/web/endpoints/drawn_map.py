"""Maps as pictures, for readers without a script, for print and for sharing."""

import numpy as np
from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.endpoints.slice_address import read_slice, visit_of
from hereabouts.doors.web.known_area import known_area
from hereabouts.doors.web.map_asked import LOOK
from hereabouts.doors.web.map_painting import painted_map
from hereabouts.doors.web.palette import DEFAULT_ACCENT, checked
from hereabouts.doors.web.visit import Visit
from hereabouts.geography import paint as painting
from hereabouts.geography.raster import IdRaster
from hereabouts.release.manifest_model import ReleasedAreaType

ELSEWHERE = "#dee0e2"


def drawn_map(request: Request) -> Response:
    """The map of one indicator, in the classes and colours of its legend."""
    asked = read_slice(request, *LOOK)
    picture = painted_map(
        asked.visit,
        raster_of(asked.visit, asked.area_type),
        asked.state,
    )
    return Response(picture, media_type="image/png")


def located(request: Request) -> Response:
    """Where one area is among those of its type."""
    visit = visit_of(request)
    visit.asked()
    where = request.path_params
    area = known_area(visit, where["area_type"], where["code"])
    kind = visit.area_type(area.area_type)
    classes = np.zeros(kind.count, dtype=np.uint8)
    classes[area.number - 1] = 1
    accent = checked(visit.manifest.place.accent, otherwise=DEFAULT_ACCENT)
    picture = painting.paint(raster_of(visit, kind), classes, (ELSEWHERE, accent))
    return Response(picture, media_type="image/png")


def raster_of(visit: Visit, kind: ReleasedAreaType) -> IdRaster:
    """The raster of a kind of area.

    Raises:
        AddressError: W209, it has none.
    """
    if kind.artefact is None or visit.map_size(kind) is None:
        raise not_found(
            "there is no map of this kind of area", code="W209", do="use the table instead"
        )
    return visit.artefacts.raster(kind.artefact)
