"""The glossary for programs, always of the newest release."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.endpoints.sitemap import site_address
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.found.skos import skos
from hereabouts.doors.web.found.turtle import turtle

JSON_LD, TURTLE = "application/ld+json", "text/turtle; charset=utf-8"


def glossary_jsonld(request: Request) -> Response:
    """SKOS as JSON-LD.

    Raises:
        AddressError: W201, something is asked.
    """
    said = orjson.dumps(_said(request), option=orjson.OPT_INDENT_2)
    return Response(said, media_type=JSON_LD)


def glossary_turtle(request: Request) -> Response:
    """SKOS as Turtle.

    Raises:
        AddressError: W201, something is asked.
    """
    return Response(turtle(_said(request)), media_type=TURTLE)


def _said(request: Request) -> dict[str, object]:
    visit = visit_of(request)
    visit.asked()
    return skos(visit.manifest, site=site_address(request))
