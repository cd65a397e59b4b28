"""One indicator over time, for the areas that stand for the place."""

from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web.control_figure import ControlFigure, control_figure, process_of
from hereabouts.doors.web.headline import headline
from hereabouts.doors.web.indicator_state import state_of
from hereabouts.doors.web.leading_trend import leading_trend
from hereabouts.doors.web.sections.offered import indicators_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator


def trend_section(visit: Visit, section: Section, place: PlaceOnPage) -> Mapping[str, Any] | None:
    """The chart and its table twin, or None where too little is known.

    An indicator that asks for a control chart has that of the area that stands for the place, where
    it has values enough; any other has a line for each of the largest areas.
    """
    found = indicators_of(visit, section.indicators)
    if not found:
        return None
    state = state_of(visit, found[0], {})
    lead = headline(visit.reader, found[0]).lead
    control = _control(visit, found[0], lead, place.section)
    figure = None if control else leading_trend(visit, state, lead=lead, name=place.section)
    if control is None and figure is None:
        return None
    return {
        "control": control,
        "where": lead.area_name if lead else "",
        "figure": figure,
        "indicator": found[0],
        "href": visit.links.indicator(found[0]),
    }


def _control(
    visit: Visit, indicator: ReleasedIndicator, lead: Observation | None, name: str
) -> ControlFigure | None:
    if lead is None:
        return None
    series = visit.reader.trend(
        indicator.id, area_type=lead.area_type, code=lead.area_code, category=lead.category
    )
    process = process_of(series, indicator=indicator)
    return control_figure(process, name=name) if process else None
