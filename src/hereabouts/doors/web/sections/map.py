"""A map of one indicator at a time, or of need and supply side by side and in one picture."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from hereabouts.doors.web.headline import leading_category, newest_period
from hereabouts.doors.web.indicator_state import IndicatorState, state_of
from hereabouts.doors.web.map_asked import LOOK
from hereabouts.doors.web.map_figure import map_figure
from hereabouts.doors.web.sections.chooser import area_type_chooser, choosers, slice_choosers
from hereabouts.doors.web.sections.chosen_slice import (
    Listed,
    chosen_indicator,
    chosen_slice,
    indicator_chooser,
)
from hereabouts.doors.web.sections.offered import home_first, indicators_of, kinds_of
from hereabouts.doors.web.sections.place_on_page import CHOSEN, PlaceOnPage
from hereabouts.doors.web.sections.two_metric_figure import two_metric_figure
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section, SectionKind
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator

Kinds = tuple[ReleasedAreaType, ...]
PAIR = 2
#: Of how a map is coloured, what any indicator can have: not every one is compared or clustered.
ANYWHERE = ("classes", "number")
NOT_LOOK = tuple(one for one in CHOSEN[SectionKind.MAP] if one not in LOOK)


def map_section(visit: Visit, section: Section, place: PlaceOnPage) -> Mapping[str, Any] | None:
    """The maps that the address asks for, or None where no area has an outline.

    Raises:
        AddressError: W202, it asks for what the section does not have.
    """
    found = indicators_of(visit, section.all_indicators)
    if section.need:
        drawn = _drawn(visit, section, found)
        return _pair(visit, place, found, drawn) if drawn and len(found) == PAIR else None
    found = tuple(one for one in found if _drawn(visit, section, (one,)))
    return _one(visit, section, place, found) if found else None


def _drawn(visit: Visit, section: Section, found: Listed) -> Kinds:
    """The kinds of area that all of `found` are published for and that have outlines."""
    kinds = home_first(visit, section, kinds_of(visit, section, found, most=None))
    return tuple(kind for kind in kinds if visit.map_size(kind) is not None)


def _one(visit: Visit, section: Section, place: PlaceOnPage, found: Listed) -> Mapping[str, Any]:
    indicator = chosen_indicator(place, found)
    kinds = _drawn(visit, section, (indicator,))
    state = chosen_slice(visit, section, place, indicator, kinds)
    lists = (
        indicator_chooser(place, found, indicator),
        *slice_choosers(visit, place, state, kinds),
    )
    form = choosers(visit, place, lists)
    kept = ANYWHERE if len(found) > 1 else LOOK
    return {
        "figure": map_figure(visit, state),
        "state": state,
        "indicator": indicator,
        "href": visit.links.indicator(indicator, **state.shown),
        "choosers": replace(form, kept={**form.kept, **_own(place, among=kept)}),
        "kept": {**form.kept, **_own(place, among=NOT_LOOK)},
    }


def _own(place: PlaceOnPage, *, among: Collection[str]) -> dict[str, str]:
    """What the address asks of this section, of some parameters."""
    return {place.named(k): said for k, said in place.own.items() if k in among}


def _pair(
    visit: Visit, place: PlaceOnPage, found: tuple[ReleasedIndicator, ...], kinds: Kinds
) -> Mapping[str, Any]:
    """The newest of each: their periods need not be the same."""
    codes = tuple(kind.code for kind in kinds)
    asked = {what: said for what, said in place.own.items() if what == "area_type"}
    states = tuple(state_of(visit, one, asked, area_types=codes) for one in found)
    need, supply = found
    chooser = area_type_chooser(place, kinds, chosen=states[0].area_type)
    return {
        "pair": tuple(_side(visit, state) for state in states),
        "together": two_metric_figure(visit, need=need, supply=supply, kind=states[0].area_type),
        "choosers": choosers(visit, place, (chooser,)),
    }


def _side(visit: Visit, state: IndicatorState) -> Mapping[str, Any]:
    return {
        "indicator": state.indicator,
        "figure": map_figure(visit, state),
        "period": newest_period(state.indicator).label,
        "category": leading_category(visit.reader, indicator=state.indicator),
        "href": visit.links.indicator(state.indicator, area_type=state.area_type.code),
    }
