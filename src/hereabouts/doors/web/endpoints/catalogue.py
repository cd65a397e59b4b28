"""The catalogue of all that is published, for programs: always of the newest release."""

from collections.abc import Callable

import orjson
from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.address import AddressError, not_found
from hereabouts.doors.web.endpoints.sitemap import listed_visit, listed_visit_asking, site_address
from hereabouts.doors.web.found.profiles import (
    JSON_LD,
    LINES,
    TURTLE,
    as_events,
    as_json_ld,
    as_turtle,
    asked_profile,
)
from hereabouts.doors.web.found.tabular import csvw, data_package
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedProduct

Endpoint = Callable[[Request], Response]
CSVW = "application/csvm+json"


def catalogue_jsonld(request: Request) -> Response:
    """DCAT as JSON-LD, in the profile that is asked for.

    Raises:
        AddressError: W201 or W202, something else is asked; W267, the site is internal.
    """
    visit = listed_visit_asking(request)
    said = as_json_ld(visit, profile=asked_profile(visit), site=site_address(request))
    return Response(said, media_type=JSON_LD)


def catalogue_turtle(request: Request) -> Response:
    """The same as Turtle.

    Raises:
        AddressError: as `catalogue_jsonld` does.
    """
    visit = listed_visit_asking(request)
    said = as_turtle(visit, profile=asked_profile(visit), site=site_address(request))
    return Response(said, media_type=TURTLE)


def lineage_lines(request: Request) -> Response:
    """How every product was made, as OpenLineage events.

    Raises:
        AddressError: W201, something is asked; W267, the site is internal.
    """
    return Response(as_events(listed_visit(request), site=site_address(request)), media_type=LINES)


def product_csvw(request: Request) -> Response:
    """A product's columns as a CSVW schema.

    Raises:
        AddressError: W201, W267; W402, there is no such product.
    """
    said = csvw(*_product(request), site=site_address(request))
    return Response(orjson.dumps(said), media_type=CSVW)


def product_package(request: Request) -> Response:
    """A product as a data package.

    Raises:
        AddressError: W201, W267; W402, there is no such product.
    """
    said = data_package(*_product(request), site=site_address(request))
    return Response(orjson.dumps(said), media_type="application/json")


def _product(request: Request) -> tuple[Visit, ReleasedProduct]:
    visit = listed_visit(request)
    found = visit.manifest.product(request.path_params["product"])
    if found is None:
        raise _no_such_product()
    return visit, found


def _no_such_product() -> AddressError:
    return not_found(
        "there is no such product in this release", code="W402", do="see /catalogue for those"
    )
