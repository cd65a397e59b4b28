"""Supply beside need: a scatter, the ratio, distance from the line, and the ranks of both."""

from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web.address import choose
from hereabouts.doors.web.sections.beside import beside
from hereabouts.doors.web.sections.chooser import area_type_chooser, choosers
from hereabouts.doors.web.sections.offered import home_first, indicators_of, kinds_of
from hereabouts.doors.web.sections.paired import paired
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.sections.triangulation_figure import triangulation_figure
from hereabouts.doors.web.sections.two_metric_figure import two_metric_figure
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section

MOST_AREAS = 500  # in one scatter and its table


def triangulation_section(
    visit: Visit, section: Section, place: PlaceOnPage
) -> Mapping[str, Any] | None:
    """What the address asks for, or None where no kind of area has enough of both.

    Raises:
        AddressError: W202, it asks for a kind of area that the section does not have.
    """
    found = indicators_of(visit, section.all_indicators)
    kinds = home_first(visit, section, kinds_of(visit, section, found, most=MOST_AREAS))
    if len(found) < 2 or not kinds:
        return None
    by_code = {kind.code: kind for kind in kinds}
    code = choose(
        place.own.get("area_type"), among=by_code, otherwise=kinds[0].code, what="kind of area"
    )
    need, supply = found
    both = paired(visit.reader, need, supply, by_code[code])
    numbers = beside(both)
    return {
        "figure": triangulation_figure(visit, numbers, name=place.section) if numbers else None,
        "together": two_metric_figure(visit, need=need, supply=supply, kind=by_code[code]),
        "need": need,
        "supply": supply,
        "need_href": visit.links.indicator(need, area_type=code),
        "supply_href": visit.links.indicator(supply, area_type=code),
        "choosers": choosers(visit, place, [area_type_chooser(place, kinds, chosen=by_code[code])]),
    }
