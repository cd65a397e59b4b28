"""Figures in the files that pages offer: the API leads to them, so that they are the same bytes."""

from collections.abc import Iterator
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.api.declared import Call
from hereabouts.doors.web.api.problems import Fault, FaultyAddressError
from hereabouts.doors.web.files import ods, xlsx
from hereabouts.doors.web.headline import newest_period
from hereabouts.release.manifest_model import ReleasedIndicator

GEOJSON = "application/geo+json"
#: Format -> its media type, of those that are whole files and not pages of the answer.
WHOLE = {"xlsx": xlsx.KIND, "ods": ods.KIND, "geojson": GEOJSON}
NEWEST = "latest"


def to_file(call: Call, indicator: ReleasedIndicator) -> Response:
    """A redirect to the file of a numbered release that holds what is asked.

    Raises:
        FaultyAddressError: W264, with all that a whole file cannot be narrowed by.
        AddressError: W209, there are no outlines of these areas.
    """
    if faults := list(_faults(call, indicator)):
        raise FaultyAddressError(faults)
    ending = call.asked["format"]
    kind = call.visit.manifest.area_type(call.asked["area_type"])
    if ending == "geojson" and (kind is None or not _has_outlines(call, kind.artefact)):
        raise not_found("there are no outlines of these areas", code="W209", do="use format=csv")
    state = {
        "area_type": call.asked["area_type"],
        "period": _period(call, indicator),
        "category": call.asked["category"],
    }
    plain = urlencode({name: value for name, value in state.items() if value})
    folder = f"/r/{call.visit.manifest.number}/download"
    return RedirectResponse(f"{folder}/{indicator.theme}/{indicator.name}.{ending}?{plain}")


def _has_outlines(call: Call, artefact: str | None) -> bool:
    return call.visit.artefacts.file(artefact or "", name="areas.geojson") is not None


def _period(call: Call, indicator: ReleasedIndicator) -> str | None:
    asked: tuple[str, ...] = call.asked["period"]
    newest = newest_period(indicator).start.isoformat()
    return next((newest if one == NEWEST else one for one in asked), None)


def _faults(call: Call, indicator: ReleasedIndicator) -> Iterator[Fault]:
    """All at once. A limit is let be: it is of pages, and a file has none."""
    ending = call.asked["format"]
    if call.asked["area_type"] not in indicator.area_types:
        yield _fault("area_type", f"give a kind of area, or leave out format={ending}")
    for name in ("area", "after"):
        if call.asked[name]:
            yield _fault(name, f"leave it out: {ending.upper()} holds every area")
    if len(call.asked["period"]) > 1:
        yield _fault("period", "give one period, or none for all of them")


def _fault(parameter: str, do: str) -> Fault:
    words = f"{parameter} cannot be asked of a whole file"
    return Fault(parameter=parameter, code="W264", problem=words, do=do)
