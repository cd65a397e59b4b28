"""A way to the page of an area: a box to search in, and the areas themselves where few."""

from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web.address import choose
from hereabouts.doors.web.sections.chooser import area_type_chooser, choosers
from hereabouts.doors.web.sections.offered import home_first, kinds_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section

MOST_LISTED = 400


def profile_section(visit: Visit, section: Section, place: PlaceOnPage) -> Mapping[str, Any]:
    """The search box, and a list of areas of the kind that is asked for.

    Raises:
        AddressError: W202, it asks for a kind of area that is not listed.
    """
    kinds = home_first(visit, section, kinds_of(visit, section, (), most=MOST_LISTED))
    if not kinds:
        return {"areas": (), "kind": None}
    by_code = {kind.code: kind for kind in kinds}
    code = choose(
        place.own.get("area_type"), among=by_code, otherwise=kinds[0].code, what="kind of area"
    )
    areas = sorted(visit.reader.areas(code), key=lambda area: area.name)
    return {
        "kind": by_code[code],
        "areas": tuple((one.name, visit.links.area(code, code=one.code)) for one in areas),
        "choosers": choosers(visit, place, [area_type_chooser(place, kinds, chosen=by_code[code])]),
    }
