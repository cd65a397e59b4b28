"""A comparison of areas as CSV."""

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from hereabouts.doors.web.compared.chosen import chosen_areas
from hereabouts.doors.web.compared.figures import compared_of, themes_of
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.files import csv_file
from hereabouts.doors.web.files.compared_file import OfCompared
from hereabouts.doors.web.files.file_names import attachment
from hereabouts.doors.web.pages.compare import chosen_theme


def compared_csv(request: Request) -> Response:
    """What `/compare` shows of `?area=&area=&theme=`.

    Raises:
        AddressError: W201, W202; W320 to W322, these areas cannot be compared.
    """
    visit = visit_of(request)
    written, asked = visit.asked_several("area", "theme")
    chosen = chosen_areas(visit, written)
    theme = chosen_theme(themes_of(visit, chosen), asked.get("theme"))
    compared = compared_of(visit, chosen, theme=theme) if theme else ()
    taken = OfCompared(visit, chosen, theme, compared)
    name = attachment(*taken.named, number=visit.manifest.number, ending="csv")
    return StreamingResponse(
        csv_file.csv_pieces(taken.block, taken.rows),
        media_type=csv_file.KIND,
        headers={"content-disposition": name},
    )
