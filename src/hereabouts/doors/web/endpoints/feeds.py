"""Atom feeds of the newest release and those before it."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.changes import feeds
from hereabouts.doors.web.changes.feed import MEDIA_TYPE, Feed, write_feed
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.visit import Visit


def releases_feed(request: Request) -> Response:
    """`/feeds/releases.atom`."""
    return _answer(request, feeds.releases_feed)


def area_feed(request: Request) -> Response:
    """`/feeds/area/{area_type}/{code}.atom`."""
    return _answer(request, feeds.area_feed)


def indicator_feed(request: Request) -> Response:
    """`/feeds/indicator/{theme}/{name}.atom`."""
    return _answer(request, feeds.indicator_feed)


def theme_feed(request: Request) -> Response:
    """`/feeds/theme/{theme}.atom`."""
    return _answer(request, feeds.theme_feed)


def _answer(request: Request, made: Callable[..., Feed]) -> Response:
    visit: Visit = visit_of(request)
    visit.asked()
    found = made(visit, **request.path_params)
    body = write_feed(
        found,
        site=str(request.base_url).rstrip("/"),
        host=request.url.hostname or "localhost",
    )
    return Response(body, media_type=MEDIA_TYPE)
