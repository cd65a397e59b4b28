"""Areas in order, of the indicator and kind of area that the reader chooses."""

from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web import words
from hereabouts.doors.web.address import choose
from hereabouts.doors.web.comparator import comparator_of
from hereabouts.doors.web.headline import leading_area
from hereabouts.doors.web.indicator_state import IndicatorState, state_of
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.ranking_table import ranking_table
from hereabouts.doors.web.sections.chooser import Chooser, Option, choosers, slice_choosers
from hereabouts.doors.web.sections.offered import home_first, indicators_of, kinds_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator


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
    by_id = {one.id: one for one in listed}
    name = choose(place.own.get("indicator"), among=by_id, otherwise=listed[0].id, what="indicator")
    kinds = home_first(visit, section, kinds_of(visit, section, (by_id[name],), most=None))
    state = _state(visit, section, place, by_id[name], kinds)
    indicator_list = Chooser(
        name=place.named("indicator"),
        label=gettext("Indicator"),
        options=tuple(Option(one.id, one.title, one.id == name) for one in listed),
    )
    lists = (indicator_list, *slice_choosers(visit, place, state, kinds))
    return _shown(visit, state) | {"choosers": choosers(visit, place, lists)}


def _state(
    visit: Visit,
    section: Section,
    place: PlaceOnPage,
    indicator: ReleasedIndicator,
    kinds: tuple[ReleasedAreaType, ...],
) -> IndicatorState:
    codes = tuple(kind.code for kind in kinds)
    fitting = {
        "area_type": (codes, section.area_types or [t.code for t in visit.manifest.area_types]),
        "period": (
            [period.start.isoformat() for period in indicator.periods],
            [p.start.isoformat() for one in visit.manifest.observed for p in one.periods],
        ),
        "category": (
            visit.reader.categories(indicator.id) if indicator.breakdown else ("all",),
            [
                c
                for one in indicators_of(visit, section.indicators)
                for c in _categories(visit, one)
            ],
        ),
    }
    asked = dict(place.own)
    for what, (has, others) in fitting.items():
        if what in asked and asked[what] not in has and asked[what] in others:
            del asked[what]

    def here(at: Visit, state: Mapping[str, str | int | None]) -> str:
        return place.address(at, {"indicator": place.own.get("indicator"), **_of_ranking(state)})

    return state_of(visit, indicator, asked, area_types=codes, here=here)


def _categories(visit: Visit, indicator: ReleasedIndicator) -> tuple[str, ...]:
    return visit.reader.categories(indicator.id) if indicator.breakdown else ("all",)


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
