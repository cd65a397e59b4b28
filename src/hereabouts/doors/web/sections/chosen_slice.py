"""Which indicator of a section the reader chose, and which slice of it."""

from collections.abc import Mapping

from hereabouts.doors.web.address import choose
from hereabouts.doors.web.headline import categories_of
from hereabouts.doors.web.indicator_state import Here, IndicatorState, state_of
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.sections.chooser import Chooser, Option
from hereabouts.doors.web.sections.offered import indicators_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.map_colours import PLAIN
from hereabouts.model.page import Section
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator

Listed = tuple[ReleasedIndicator, ...]


def chosen_indicator(place: PlaceOnPage, listed: Listed) -> ReleasedIndicator:
    """The one that the address asks for; else the first.

    Raises:
        AddressError: W202, it asks for one that the section does not have.
    """
    by_id = {one.id: one for one in listed}
    asked = place.own.get("indicator")
    return by_id[choose(asked, among=by_id, otherwise=listed[0].id, what="indicator")]


def indicator_chooser(place: PlaceOnPage, listed: Listed, chosen: ReleasedIndicator) -> Chooser:
    """The list of them."""
    return Chooser(
        name=place.named("indicator"),
        label=gettext("Indicator"),
        options=tuple(Option(one.id, one.title, one == chosen) for one in listed),
    )


def chosen_slice(
    visit: Visit,
    section: Section,
    place: PlaceOnPage,
    indicator: ReleasedIndicator,
    kinds: tuple[ReleasedAreaType, ...],
    *,
    here: Here | None = None,
) -> IndicatorState:
    """The slice of `indicator` that the address asks for.

    What it lacks, and another indicator has, gives way to what it has, where the reader chose the
    two from lists side by side.

    Raises:
        AddressError: W202, it asks for what no indicator of the section has.
    """
    asked = dict(place.own)
    offered = _offered(visit, section, indicator, kinds) if section.chooses_indicator else {}
    for what, (has, others) in offered.items():
        if what in asked and asked[what] not in has and asked[what] in others:
            del asked[what]
    codes = tuple(kind.code for kind in kinds)
    return state_of(
        visit, indicator, asked, area_types=codes, here=here, colours=section.colours or PLAIN
    )


def _offered(
    visit: Visit,
    section: Section,
    indicator: ReleasedIndicator,
    kinds: tuple[ReleasedAreaType, ...],
) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What this one has to choose from, and what the others may have too."""
    all_kinds = tuple(kind.code for kind in visit.manifest.area_types)
    others = indicators_of(visit, section.indicators)
    return {
        "area_type": (tuple(kind.code for kind in kinds), section.area_types or all_kinds),
        "period": (
            _periods(indicator),
            tuple(start for one in visit.manifest.observed for start in _periods(one)),
        ),
        "category": (
            categories_of(visit.reader, indicator=indicator),
            tuple(said for one in others for said in categories_of(visit.reader, indicator=one)),
        ),
    }


def _periods(indicator: ReleasedIndicator) -> tuple[str, ...]:
    return tuple(period.start.isoformat() for period in indicator.periods)
