"""What a reader can choose in a section, as a form that works without a script."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hereabouts.doors.web.breakdown_words import breakdown_title, category_words, in_order
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedAreaType


@dataclass(frozen=True, slots=True)
class Option:
    """One choice."""

    value: str
    text: str
    selected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """One list to choose from; `name` is its parameter."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosers:
    """The form of a section: its lists, and what of the address it keeps."""

    action: str
    kept: Mapping[str, str]
    lists: tuple[Chooser, ...]


def choosers(visit: Visit, place: PlaceOnPage, lists: Iterable[Chooser]) -> Choosers:
    """The form of one section; a list of one is no choice."""
    return Choosers(
        action=f"{visit.links.declared(place.page)}#{place.section}",
        kept=place.others,
        lists=tuple(one for one in lists if len(one.options) > 1),
    )


def area_type_chooser(
    place: PlaceOnPage, kinds: Sequence[ReleasedAreaType], *, chosen: ReleasedAreaType
) -> Chooser:
    """The kinds of area on offer."""
    options = tuple(Option(one.code, one.plural, one == chosen) for one in kinds)
    return Chooser(name=place.named("area_type"), label=gettext("Kind of area"), options=options)


def slice_choosers(
    visit: Visit, place: PlaceOnPage, state: IndicatorState, kinds: Sequence[ReleasedAreaType]
) -> tuple[Chooser, ...]:
    """Kind of area, period and category of one indicator."""
    by = breakdown_title(visit.manifest, state.indicator)
    newest_first = sorted(state.indicator.periods, key=lambda one: one.start, reverse=True)
    periods = tuple(
        Option(one.start.isoformat(), one.label, one == state.period) for one in newest_first
    )
    categories = tuple(
        Option(one, category_words(one, title=by), one == state.category)
        for one in in_order(state.categories)
    )
    return (
        area_type_chooser(place, kinds, chosen=state.area_type),
        Chooser(name=place.named("period"), label=gettext("Period"), options=periods),
        Chooser(name=place.named("category"), label=by, options=categories),
    )
