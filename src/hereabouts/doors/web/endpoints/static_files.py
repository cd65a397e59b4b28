"""Style sheets, scripts and fonts, by addresses that hold their hash."""

from starlette.requests import Request
from starlette.responses import FileResponse

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.site import site_of


def static_file(request: Request) -> FileResponse:
    """A file that `read_assets` listed: the address is looked up, never made into a path."""
    site = site_of(request)
    found = site.assets.files.get(request.url.path)
    if found is None:
        raise not_found("there is no such file", code="W210", do="reload the page")
    return FileResponse(found.path, media_type=found.kind)
