"""From the table of endpoints to routes."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hereabouts.doors.web.api.declared import Call, Endpoint
from hereabouts.doors.web.api.endpoints import ENDPOINTS
from hereabouts.doors.web.api.problems import problem_answer
from hereabouts.doors.web.api.reading import read_parameters
from hereabouts.doors.web.site import site_of
from hereabouts.errors import HereaboutsError


def api_routes() -> list[Route]:
    """Every address of the API."""
    return [
        Route(path.replace("{number}", "{number:int}"), _answering(endpoint))
        for endpoint in ENDPOINTS
        for path in endpoint.paths
    ]


def _answering(endpoint: Endpoint) -> Callable[[Request], Response]:
    """Reads what is asked, and lets the endpoint answer; in a thread, as it is no coroutine."""

    def answer(request: Request) -> Response:
        try:
            return endpoint.answer(_call(endpoint, request))
        except HereaboutsError as problem:
            return problem_answer(problem)

    return answer


def _call(endpoint: Endpoint, request: Request) -> Call:
    site = site_of(request)
    number = request.path_params.get("number")
    query = request.url.query
    visit = site.visit(number, query=query)
    return Call(
        visit=visit,
        site=site,
        asked=read_parameters(endpoint.parameters, query, visit=visit),
        path=request.path_params,
        endpoint=endpoint,
        endpoints=ENDPOINTS,
        versioned=number is not None,
    )
