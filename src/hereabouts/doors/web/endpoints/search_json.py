"""Areas that match, as JSON, for a box that suggests while one types."""

from starlette.requests import Request
from starlette.responses import JSONResponse

from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.pages.search import found_areas

FEW = 10


def search_json(request: Request) -> JSONResponse:
    """`{"areas": [{"name", "code", "kind", "href"}]}`, best first, for `?q=`."""
    visit = visit_of(request)
    text = visit.asked("q").get("q", "")
    found = found_areas(visit, text=text, limit=FEW)
    return JSONResponse(
        {"areas": [{"name": f.name, "code": f.code, "kind": f.kind, "href": f.href} for f in found]}
    )
