"""A map of one indicator, or of need and supply side by side and in one picture."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hereabouts.doors.web.headline import leading_category, newest_period
from hereabouts.doors.web.indicator_state import IndicatorState, state_of
from hereabouts.doors.web.map_asked import LOOK
from hereabouts.doors.web.map_figure import map_figure
from hereabouts.doors.web.sections.chooser import area_type_chooser, choosers, slice_choosers
from hereabouts.doors.web.sections.offered import home_first, indicators_of, kinds_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.sections.two_metric_figure import two_metric_figure
from hereabouts.doors.web.visit import Visit
from hereabouts.model.map_colours import MapColours
from hereabouts.model.page import Section
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator

Kinds = tuple[ReleasedAreaType, ...]


def map_section(visit: Visit, section: Section, place: PlaceOnPage) -> Mapping[str, Any] | None:
    """The maps that the address asks for, or None where no area has an outline.

    Raises:
        AddressError: W202, it asks for what the section does not have.
    """
    found = indicators_of(visit, section.all_indicators)
    kinds = home_first(visit, section, kinds_of(visit, section, found, most=None))
    drawn = tuple(kind for kind in kinds if visit.map_size(kind) is not None)
    if not drawn or len(found) < len(section.all_indicators):
        return None
    if section.need:
        return _pair(visit, place, found, drawn)
    return _one(visit, section, place, drawn)


def _one(visit: Visit, section: Section, place: PlaceOnPage, kinds: Kinds) -> Mapping[str, Any]:
    found = indicators_of(visit, section.all_indicators)
    codes, declared = tuple(kind.code for kind in kinds), section.colours or MapColours()
    state = state_of(visit, found[0], place.own, area_types=codes, colours=declared)
    form = choosers(visit, place, slice_choosers(visit, place, state, kinds))
    return {
        "figure": map_figure(visit, state),
        "state": state,
        "indicator": found[0],
        "href": visit.links.indicator(found[0], **state.shown),
        "choosers": replace(form, kept={**form.kept, **_own(place, look=True)}),
        "kept": {**form.kept, **_own(place, look=False)},
    }


def _own(place: PlaceOnPage, *, look: bool) -> dict[str, str]:
    """What the address asks of this section: how its map is coloured, or all else."""
    return {place.named(k): said for k, said in place.own.items() if (k in LOOK) is look}


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
