"""The sitemap, and what crawlers are asked to leave alone."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from hereabouts.doors.web.address import AddressError, not_found
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.found.sitemap import part_names, sitemap_index, sitemap_part
from hereabouts.doors.web.site import Site, site_of
from hereabouts.doors.web.visit import Visit

XML = "application/xml"


def sitemap(request: Request) -> Response:
    """The index of the sitemap."""
    visit = listed_visit(request)
    return Response(sitemap_index(visit, site=site_address(request)), media_type=XML)


def part_of_sitemap(request: Request) -> Response:
    """One file of the sitemap.

    Raises:
        AddressError: W268, there is no such file.
    """
    visit, name = listed_visit(request), request.path_params["name"]
    if name not in part_names(visit):
        raise not_found(
            "the sitemap has no such file", code="W268", do="see /sitemap.xml for those it has"
        )
    return Response(sitemap_part(visit, name, site=site_address(request)), media_type=XML)


def robots(request: Request) -> Response:
    """Links that suppliers send files by, and searches, are for nobody to list."""
    if not _site(request).settings.is_public:
        return PlainTextResponse("User-agent: *\nDisallow: /\n")
    said = ["User-agent: *", "Disallow: /send/", "Disallow: /search?", "Disallow: /compare?"]
    said.append(f"Sitemap: {site_address(request)}/sitemap.xml")
    return PlainTextResponse("\n".join(said) + "\n")


def site_address(request: Request) -> str:
    """The site's public address as it is set, else that by which it was asked."""
    return _site(request).settings.address or str(request.base_url).rstrip("/")


def listed_visit(request: Request) -> Visit:
    """The newest release of a site that may be listed, of which nothing more is asked.

    Raises:
        AddressError: W201, something is asked; W267, the site is internal.
    """
    visit = listed_visit_asking(request)
    visit.asked()
    return visit


def listed_visit_asking(request: Request) -> Visit:
    """The newest release of a site that may be listed, and what is asked of it.

    Raises:
        AddressError: W267, the site is internal.
    """
    if not _site(request).settings.is_public:
        raise AddressError(
            "an internal site is not listed", code="W267", do="go to its home page", status=404
        )
    return visit_of(request)


def _site(request: Request) -> Site:
    return site_of(request)
