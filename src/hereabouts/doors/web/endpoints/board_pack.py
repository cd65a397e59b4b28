"""The board pack of a theme in an area: PDF and PPTX."""

from collections.abc import Callable
from threading import BoundedSemaphore

from starlette.requests import Request
from starlette.responses import Response

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.board_pack.making import MadePack, Of, made_pack
from hereabouts.doors.web.board_pack.needs import WRITERS
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.visit import Visit

#: Each takes a processor for a second or more.
MOST_AT_ONCE = 2
SECONDS_TO_WAIT = 20.0
_MAKING = BoundedSemaphore(MOST_AT_ONCE)


def board_pack(ending: str) -> Callable[[Request], Response]:
    """What answers `/r/<n>/pack/<theme>/<area_type>/<code>.<ending>`.

    Raises:
        AddressError: W310 or W311, no such theme here; W205 or W206, no such area; W312, too many
            are being made.
        HereaboutsError: W313, what writes it is not installed.
    """
    kind = WRITERS[ending].kind

    def answer(request: Request) -> Response:
        where = request.path_params
        of = (where["theme"], where["area_type"], where["code"])
        made = _in_turn(visit_of(request), of, ending)
        named = {"content-disposition": f'attachment; filename="{made.name}"'}
        return Response(made.content, media_type=kind, headers=named)

    return answer


def _in_turn(visit: Visit, of: Of, ending: str) -> MadePack:
    if not _MAKING.acquire(timeout=SECONDS_TO_WAIT):
        raise AddressError(
            "too many board packs are being made at once",
            code="W312",
            do="try again in a minute",
            status=503,
        )
    try:
        return made_pack(visit, of, ending=ending)
    finally:
        _MAKING.release()
