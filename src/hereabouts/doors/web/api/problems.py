"""Problems as RFC 9457 has them, with a code, and every fault of an address at once."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import orjson
from starlette.responses import Response

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.known_area import RetiredAreaError
from hereabouts.doors.web.views import status_of
from hereabouts.errors import HereaboutsError

MEDIA_TYPE = "application/problem+json"
TITLES = {400: "The address is not right", 403: "Not allowed", 404: "Not found"}
OTHERWISE = "Not available now"
#: What each code of a problem means, in short.
CODES: Mapping[str, str] = {
    "R101": "nothing is released yet",
    "R102": "there is no release of that number",
    "W204": "the release has no such indicator",
    "W205": "the release has no such kind of area",
    "W206": "the release has no area of that kind and code",
    "W350": "the area is no more, and others took its place",
    "W209": "the kind of area has no outlines",
    "W260": "a parameter is none that the endpoint knows",
    "W261": "a parameter is given more than once",
    "W262": "a parameter that must be there is not",
    "W263": "a value is none that the release has",
    "W264": "a value is not written as it must be",
    "W266": "there is nothing at the address",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong with what was asked. Never repeats a value."""

    parameter: str  # empty where its name is none of ours
    code: str
    problem: str
    do: str


class FaultyAddressError(AddressError):
    """A request that asks for what there is not; `faults` are all of them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        first, *more = faults
        others = f", and {len(more)} more below" if more else ""
        super().__init__(first.problem + others, code=first.code, do=first.do, status=400)
        self.faults = tuple(faults)


def problem_answer(problem: HereaboutsError) -> Response:
    """`{"type", "title", "status", "detail", "code", "do"}`.

    With `errors`, one for each fault of the address, and, of an area that is no more, with
    `retired_since` and `successors`.
    """
    status = status_of(problem)
    said: dict[str, Any] = {
        "type": f"/api/v1/docs#{problem.code}",
        "title": (getattr(problem, "title", "") or TITLES.get(status, OTHERWISE)),
        "status": status,
        "detail": problem.problem,
        "code": problem.code,
        "do": problem.do,
    }
    if isinstance(problem, FaultyAddressError):
        said["errors"] = [asdict(fault) for fault in problem.faults]
    if isinstance(problem, RetiredAreaError):
        said["retired_since"] = problem.since or None
        said["successors"] = [asdict(one) for one in problem.successors]
    return Response(orjson.dumps(said), status_code=status, media_type=MEDIA_TYPE)
