"""What is found, as JSON, for a box that suggests while one types."""

from starlette.requests import Request
from starlette.responses import JSONResponse

from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.finding.find import find
from hereabouts.doors.web.known_area import retired_words
from hereabouts.doors.web.pages.search import found_areas

FEW = 10


def search_json(request: Request) -> JSONResponse:
    """What `?q=` finds, best first.

    Returns:
        `{"areas": [{"name", "code", "kind", "href"}], "things": [{"kind", "title", "href"}],
        "instead", "retired"}`; `instead` is what was looked for where nothing is called what was
        typed, and `retired` what became of the area whose code it was.
    """
    visit = visit_of(request)
    found = find(visit.reader, visit.asked("q").get("q", ""), limit=FEW)
    areas = found_areas(visit, found)
    return JSONResponse(
        {
            "areas": [
                {"name": f.name, "code": f.code, "kind": f.kind, "href": f.href} for f in areas
            ],
            "things": [
                {
                    "kind": one.kind,
                    "title": one.title,
                    "href": one.href(visit.links, visit.manifest),
                }
                for one in found.things[:FEW]
            ],
            "instead": found.instead,
            "retired": retired_words(found.retired) if found.retired else "",
        }
    )
