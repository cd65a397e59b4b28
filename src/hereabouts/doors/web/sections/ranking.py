"""Areas in order, of the indicator and kind of area that the reader chooses."""

from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web import words
from hereabouts.doors.web.comparator import comparator_of
from hereabouts.doors.web.headline import leading_area
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.ranking_table import ranking_table
from hereabouts.doors.web.sections.chooser import choosers, slice_choosers
from hereabouts.doors.web.sections.chosen_slice import (
    chosen_indicator,
    chosen_slice,
    indicator_chooser,
)
from hereabouts.doors.web.sections.offered import home_first, indicators_of, kinds_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section


def ranking_section(visit: Visit, section: Section, place: PlaceOnPage) -> Mapping[str, Any] | None:
    """The ranking that the address asks for.

    A kind of area that the chosen indicator lacks gives way to one it has, for the reader chose
    the two from lists side by side.

    Raises:
        AddressError: W202 or W203, it asks for what the section does not have.
    """
    listed = indicators_of(visit, section.indicators)
    listed = tuple(one for one in listed if kinds_of(visit, section, (one,), most=None))
    if not listed:
        return None
    indicator = chosen_indicator(place, listed)
    kinds = home_first(visit, section, kinds_of(visit, section, (indicator,), most=None))

    def here(at: Visit, state: Mapping[str, str | int | None]) -> str:
        return place.address(at, {"indicator": place.own.get("indicator"), **_of_ranking(state)})

    state = chosen_slice(visit, section, place, indicator, kinds, here=here)
    lists = (
        indicator_chooser(place, listed, indicator),
        *slice_choosers(visit, place, state, kinds),
    )
    return _shown(visit, state) | {"choosers": choosers(visit, place, lists)}


def _of_ranking(state: Mapping[str, str | int | None]) -> dict[str, str | int | None]:
    """A section has no chart to pick and shows every area."""
    return {what: value for what, value in state.items() if what not in ("chart", "compared")}


def _shown(visit: Visit, state: IndicatorState) -> dict[str, Any]:
    indicator = state.indicator
    spread = visit.reader.spread(
        indicator.id,
        area_type=state.area_type.code,
        period_start=state.period.start,
        category=state.category,
    )
    lead = leading_area(
        visit.reader, indicator=indicator, period=state.period, category=state.category
    )
    comparator = comparator_of(visit, state, lead=lead)
    return {
        "state": state,
        "table": ranking_table(visit, state, spread=spread, comparator=comparator),
        "first_rank": words.first_rank_is(indicator),
        "confidence": words.confidence_words(indicator),
        "href": visit.links.indicator(indicator, **state.shown),
    }
