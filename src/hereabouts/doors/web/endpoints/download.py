"""Files of an indicator or an area, in every format."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile, TemporaryDirectory
from threading import BoundedSemaphore
from typing import IO, cast

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.endpoints.selection_address import read_selection
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.files import csv_file, json_file, ods, parquet_file, xlsx
from hereabouts.doors.web.files.book import Book
from hereabouts.doors.web.files.file_names import attachment
from hereabouts.doors.web.files.taken import OfArea, OfIndicator, Taken
from hereabouts.doors.web.known_area import known_area

#: Those made whole before they are sent: each takes a processor for as long as it is made.
MOST_AT_ONCE = 2
SECONDS_TO_WAIT = 20.0
_MAKING = BoundedSemaphore(MOST_AT_ONCE)
IN_MEMORY = 8 * 1024 * 1024  # bytes, before a file goes to disk
PIECE = 64 * 1024


def taken_of_indicator(request: Request) -> Taken:
    """What the address of an indicator's file names."""
    return OfIndicator(read_selection(request))


def taken_of_area(request: Request) -> Taken:
    """What the address of an area's file names.

    Raises:
        AddressError: W201, W205, W206 or W350, there is no such area.
    """
    visit = visit_of(request)
    visit.asked()
    where = request.path_params
    found = known_area(visit, where["area_type"], where["code"])
    return OfArea(visit, found, visit.area_type(found.area_type))


def send_csv(taken: Taken) -> Response:
    """As it is read."""
    pieces = csv_file.csv_pieces(taken.block, taken.rows)
    return StreamingResponse(pieces, media_type=csv_file.KIND, headers=_named(taken, "csv"))


def send_json(taken: Taken) -> Response:
    """As it is read."""
    pieces = json_file.json_pieces(taken.about, taken.rows)
    return StreamingResponse(pieces, media_type=json_file.KIND, headers=_named(taken, "json"))


def send_xlsx(taken: Taken) -> Response:
    """Made whole first, so that one that is too long is refused in words."""
    return _whole(taken, "xlsx", xlsx.KIND, lambda file: xlsx.write_xlsx(_book(taken), file))


def send_ods(taken: Taken) -> Response:
    """The same as OpenDocument."""
    return _whole(taken, "ods", ods.KIND, lambda file: ods.write_ods(_book(taken), file))


def send_parquet(taken: Taken) -> Response:
    """The same as Parquet, which says of itself what the JSON does."""
    said = {"hereabouts": orjson.dumps(taken.about).decode()}

    def write(file: IO[bytes]) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "observed.parquet"
            parquet_file.write_parquet(taken.rows, path, about=said)
            with path.open("rb") as made:
                while piece := made.read(PIECE):
                    file.write(piece)

    return _whole(taken, "parquet", parquet_file.KIND, write)


#: Every format, and whether it is packed on its way.
FORMATS: dict[str, tuple[Callable[[Taken], Response], bool]] = {
    "csv": (send_csv, True),
    "json": (send_json, True),
    "xlsx": (send_xlsx, False),
    "ods": (send_ods, False),
    "parquet": (send_parquet, False),
}


def endpoint(
    take: Callable[[Request], Taken], send: Callable[[Taken], Response]
) -> Callable[[Request], Response]:
    """What answers one address: `take` reads it and `send` writes the file."""

    def answer(request: Request) -> Response:
        return send(take(request))

    return answer


def _book(taken: Taken) -> Book:
    return taken.book


def _whole(taken: Taken, ending: str, kind: str, write: Callable[[IO[bytes]], None]) -> Response:
    """Make the file, in memory while it is small, then send it in pieces."""
    if not _MAKING.acquire(timeout=SECONDS_TO_WAIT):
        raise AddressError(
            "too many files are being made at once",
            code="W251",
            do="try again in a minute, or take the CSV file",
            status=503,
        )
    # The response reads it after this returns, and closes it.
    made = cast(IO[bytes], SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115
    try:
        write(made)
    except BaseException:
        made.close()
        raise
    finally:
        _MAKING.release()
    size = {"content-length": str(made.tell())}
    made.seek(0)
    headers = _named(taken, ending) | size
    return StreamingResponse(_pieces(made), media_type=kind, headers=headers)


def _pieces(made: IO[bytes]) -> Iterator[bytes]:
    with made:
        while piece := made.read(PIECE):
            yield piece


def _named(taken: Taken, ending: str) -> dict[str, str]:
    number = taken.visit.manifest.number
    return {"content-disposition": attachment(*taken.named, number=number, ending=ending)}
