"""Whether the site can answer, and from which release."""

from starlette.requests import Request
from starlette.responses import JSONResponse

from hereabouts.doors.web.site import site_of
from hereabouts.errors import HereaboutsError


def health(request: Request) -> JSONResponse:
    """200 with the newest release; 503 and the error's code when there is none to read."""
    site = site_of(request)
    try:
        manifest = site.releases.newest().manifest
    except HereaboutsError as problem:
        return JSONResponse({"status": "unavailable", "code": problem.code}, status_code=503)
    return JSONResponse(
        {
            "status": "ok",
            "release": manifest.number,
            "audience": manifest.audience.value,
            "made_at": manifest.made_at.isoformat(),
        }
    )
