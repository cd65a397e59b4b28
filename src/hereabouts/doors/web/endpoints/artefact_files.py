"""Rasters, names and vector tiles. Tiles are read a piece at a time, by HTTP ranges."""

from starlette.requests import Request
from starlette.responses import FileResponse

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.artefacts import KINDS
from hereabouts.doors.web.site import site_of


def artefact_file(request: Request) -> FileResponse:
    """One file of an artefact that a release names: no other folder is reachable."""
    site = site_of(request)
    folder, name = request.path_params["folder"], request.path_params["name"]
    named = (
        kind.artefact
        for number in reversed(site.releases.numbers())
        for kind in site.releases.open(number).manifest.area_types
    )
    path = site.artefacts.file(folder, name=name) if folder in named else None
    if path is None:
        raise not_found("there is no such file", code="W210", do="follow a link from a map")
    return FileResponse(path, media_type=KINDS[name])
