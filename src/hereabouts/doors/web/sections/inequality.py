"""The gap between the worst and the best off."""

from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web import words
from hereabouts.doors.web.indicator_state import state_of
from hereabouts.doors.web.inequality_section import inequality_section as gap_of
from hereabouts.doors.web.sections.chooser import choosers, slice_choosers
from hereabouts.doors.web.sections.offered import indicators_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section


def inequality_section(
    visit: Visit, section: Section, place: PlaceOnPage
) -> Mapping[str, Any] | None:
    """The bars of the period that the address asks for, or None where groups are too few.

    Raises:
        AddressError: W202, there is no such period.
    """
    found = indicators_of(visit, section.indicators)
    if not found:
        return None
    state = state_of(visit, found[0], place.own)
    figure = gap_of(visit, state, name=place.section)
    periods = slice_choosers(visit, place, state, (state.area_type,))[1:2]
    return {
        "figure": figure,
        "state": state,
        "confidence": words.confidence_words(found[0]),
        "choosers": choosers(visit, place, periods),
        "href": visit.links.indicator(found[0], **state.shown),
    }
