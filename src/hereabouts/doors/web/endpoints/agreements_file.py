"""The register of agreements for programs, of the newest release or a numbered one."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.endpoints.sitemap import site_address
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.site import site_of
from hereabouts.doors.web.transparency.register import register


def agreements_file(request: Request) -> Response:
    """Every agreement, in the fields of the Digital Economy Act register.

    Raises:
        AddressError: W201, something is asked.
    """
    visit = visit_of(request)
    visit.asked()
    site = site_of(request).settings.address if visit.published else site_address(request)
    said = register(visit.manifest, site=site)
    return Response(orjson.dumps(said, option=orjson.OPT_INDENT_2), media_type="application/json")
