"""The catalogue of all that is published, always of the newest release."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.endpoints.sitemap import listed_visit, site_address
from hereabouts.doors.web.found.catalogue import catalogue

KIND = "application/ld+json"


def catalogue_jsonld(request: Request) -> Response:
    """DCAT 3 as JSON-LD.

    Raises:
        AddressError: W201, something is asked; W267, the site is internal.
    """
    said = catalogue(listed_visit(request), site=site_address(request))
    return Response(orjson.dumps(said, option=orjson.OPT_INDENT_2), media_type=KIND)
