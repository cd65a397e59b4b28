"""One indicator over time, for the areas that stand for the place."""

from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web.headline import headline
from hereabouts.doors.web.indicator_state import state_of
from hereabouts.doors.web.leading_trend import leading_trend
from hereabouts.doors.web.sections.offered import indicators_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section


def trend_section(visit: Visit, section: Section, place: PlaceOnPage) -> Mapping[str, Any] | None:
    """The chart and its table twin, or None where too little is known."""
    found = indicators_of(visit, section.indicators)
    if not found:
        return None
    state = state_of(visit, found[0], {})
    lead = headline(visit.reader, found[0]).lead
    figure = leading_trend(visit, state, lead=lead, name=place.section)
    if figure is None:
        return None
    return {"figure": figure, "indicator": found[0], "href": visit.links.indicator(found[0])}
