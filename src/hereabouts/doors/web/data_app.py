"""The Starlette branch: data, files and health. Every error has one shape."""

from collections.abc import Iterator

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.api.problems import problem_answer
from hereabouts.doors.web.api.routes import api_routes
from hereabouts.doors.web.board_pack.needs import WRITERS
from hereabouts.doors.web.endpoints.agreements_file import agreements_file
from hereabouts.doors.web.endpoints.artefact_files import artefact_file
from hereabouts.doors.web.endpoints.board_pack import board_pack
from hereabouts.doors.web.endpoints.catalogue import (
    catalogue_jsonld,
    catalogue_turtle,
    lineage_lines,
    product_csvw,
    product_package,
)
from hereabouts.doors.web.endpoints.chart_picture import FOUND, png_picture, svg_picture
from hereabouts.doors.web.endpoints.compared_csv import compared_csv
from hereabouts.doors.web.endpoints.download import (
    FORMATS,
    endpoint,
    taken_of_area,
    taken_of_indicator,
)
from hereabouts.doors.web.endpoints.download_geojson import download_geojson
from hereabouts.doors.web.endpoints.drawn_map import drawn_map, located
from hereabouts.doors.web.endpoints.feeds import (
    area_feed,
    indicator_feed,
    releases_feed,
    theme_feed,
)
from hereabouts.doors.web.endpoints.glossary_files import glossary_jsonld, glossary_turtle
from hereabouts.doors.web.endpoints.health import health
from hereabouts.doors.web.endpoints.look import favicon, logo, theme
from hereabouts.doors.web.endpoints.map_classes_file import map_classes_file
from hereabouts.doors.web.endpoints.search_json import search_json
from hereabouts.doors.web.endpoints.sitemap import part_of_sitemap, robots, sitemap
from hereabouts.doors.web.endpoints.static_files import static_file
from hereabouts.doors.web.endpoints.two_metric_map import two_metric_map
from hereabouts.doors.web.endpoints.values import values
from hereabouts.doors.web.site import Site
from hereabouts.doors.web.views import status_of
from hereabouts.errors import HereaboutsError

_PACKED = [Middleware(GZipMiddleware, minimum_size=1_000)]
_SLICE = "{indicator}/{area_type}/{start}"


def data_app(site: Site) -> Starlette:
    """Every data endpoint of `site`."""
    app = Starlette(routes=_routes(), exception_handlers={HereaboutsError: _problem, 404: _nothing})
    app.state.site = site
    return app


def _routes() -> list[BaseRoute]:
    release = "/r/{number:int}"
    return [
        *api_routes(),
        Route("/health", health),
        Route("/static/{path:path}", static_file),
        Route("/artefacts/{folder}/{name}", artefact_file),
        Route("/feeds/releases.atom", releases_feed),
        Route("/feeds/area/{area_type}/{code}.atom", area_feed),
        Route("/feeds/indicator/{theme}/{name}.atom", indicator_feed),
        Route("/feeds/theme/{theme}.atom", theme_feed),
        Route("/robots.txt", robots),
        Route("/sitemap.xml", sitemap),
        *_for_catalogues(),
        Route("/sitemaps/{name}.xml", part_of_sitemap),
        Route("/search.json", search_json),
        Route(f"{release}/search.json", search_json),
        Route("/theme.css", theme),
        Route(f"{release}/theme.css", theme),
        Route(f"{release}/logo.png", logo),
        Route(f"{release}/logo.svg", logo),
        Route("/favicon.svg", favicon),
        Route(f"{release}/favicon.svg", favicon),
        Route(f"{release}/values/{_SLICE}.f32", values),
        Route(f"{release}/classes/{_SLICE}.u8", map_classes_file),
        Route(f"{release}/map/{_SLICE}.png", drawn_map),
        Route(f"{release}/locate/{{area_type}}/{{code}}.png", located),
        Route(f"{release}/beside/{{need}}/{{supply}}/{{area_type}}.png", two_metric_map),
        Route(
            f"{release}/download/{{theme}}/{{name}}.geojson", download_geojson, middleware=_PACKED
        ),
        Route(f"{release}/download/compare.csv", compared_csv, middleware=_PACKED),
        *_downloads(f"{release}/download"),
        *_packs("/pack"),
        *_packs(f"{release}/pack"),
        *_charts("/chart"),
        *_charts(f"{release}/chart"),
    ]


def _for_catalogues() -> Iterator[Route]:
    """What other catalogues read."""
    yield Route("/catalog.jsonld", catalogue_jsonld)
    yield Route("/catalog.ttl", catalogue_turtle)
    yield Route("/catalog/lineage.ndjson", lineage_lines)
    yield Route("/catalog/{product}/csvw.json", product_csvw)
    yield Route("/catalog/{product}/datapackage.json", product_package)
    yield Route("/agreements.json", agreements_file)
    yield Route("/r/{number:int}/agreements.json", agreements_file)
    yield Route("/glossary.ttl", glossary_turtle)
    yield Route("/glossary.jsonld", glossary_jsonld)


def _downloads(folder: str) -> Iterator[Route]:
    """An indicator and an area in every format."""
    for ending, (send, packs) in FORMATS.items():
        packed = _PACKED if packs else []
        for path, take in (
            ("{theme}/{name}", taken_of_indicator),
            ("area/{area_type}/{code}", taken_of_area),
        ):
            yield Route(f"{folder}/{path}.{ending}", endpoint(take, send), middleware=packed)


def _packs(folder: str) -> Iterator[Route]:
    """A theme in an area as a document."""
    for ending in WRITERS:
        yield Route(f"{folder}/{{theme}}/{{area_type}}/{{code}}.{ending}", board_pack(ending))


def _charts(folder: str) -> Iterator[Route]:
    """Every chart as a picture, of the newest release or a numbered one."""
    for path, find in FOUND.items():
        yield Route(f"{folder}/{path}.svg", svg_picture(find))
        yield Route(f"{folder}/{path}.png", png_picture(find))


def _problem(_request: Request, problem: Exception) -> JSONResponse:
    """`{"error": {"code", "problem", "do"}}`."""
    if not isinstance(problem, HereaboutsError):
        raise problem
    said = {"code": problem.code, "problem": problem.problem, "do": problem.do}
    return JSONResponse({"error": said}, status_code=status_of(problem))


def _nothing(request: Request, _error: Exception) -> Response:
    if request.url.path.startswith("/api/"):
        words, do = "there is nothing of the API at this address", "start at /api/v1"
        return problem_answer(not_found(words, code="W266", do=do))
    problem = not_found("there is no data at this address", code="W210", do="start at a page")
    return _problem(request, problem)
