"""What a reader chose, kept on the way to another page where that page has it too."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hereabouts.doors.web.address import choose
from hereabouts.doors.web.headline import categories_of
from hereabouts.doors.web.indicator_state import SHOWN
from hereabouts.doors.web.sections import profile, triangulation
from hereabouts.doors.web.sections.offered import indicators_of, kinds_of
from hereabouts.doors.web.sections.place_on_page import CHOSEN
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section, SectionKind
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPage

#: Of area_type, period and category, those that the reader's address says.
Chosen = Mapping[str, str | int | None]
#: How many areas a kind may have to be on offer.
MOST = {
    SectionKind.TRIANGULATION: triangulation.MOST_AREAS,
    SectionKind.PROFILE: profile.MOST_LISTED,
}


@dataclass(frozen=True, slots=True)
class Onward:
    """A link to another page, with what it keeps."""

    title: str
    href: str
    synthetic: bool = False


def chosen_anywhere(visit: Visit) -> Chosen:
    """What the address of a page of several indicators asks, each part of which one must have.

    Raises:
        AddressError: W201 or W202, no indicator has it.
    """
    asked = visit.asked(*SHOWN)
    has = [_has(visit, one) for one in visit.manifest.observed]
    for what, value in asked.items():
        among = dict.fromkeys(said for one in has for said in one[what])
        choose(value, among=among, otherwise="", what=what.replace("_", " of "))
    return asked


def to_indicator(visit: Visit, indicator: ReleasedIndicator, chosen: Chosen) -> str:
    """An indicator's page, with what it has of what was chosen."""
    has = _has(visit, indicator)
    kept = {what: said for what, said in chosen.items() if what in has and said in has[what]}
    return visit.links.indicator(indicator, **kept)


def to_page(
    visit: Visit, page: ReleasedPage, chosen: Chosen, *, shown: ReleasedIndicator | None = None
) -> str:
    """A declared page, with what each of its sections has of what was chosen.

    Args:
        visit: whose release has it.
        page: where the link leads.
        chosen: what was chosen.
        shown: the indicator that was looked at, which a ranking of several then shows.
    """
    kept: dict[str, str | int | None] = {}
    for section in page.sections:
        for what, said in _of_section(visit, section, chosen, shown):
            kept[f"{section.name}.{what}"] = said
    return visit.links.declared(page.name, **kept)


def others_of_theme(
    visit: Visit, indicator: ReleasedIndicator, chosen: Chosen
) -> tuple[Onward, ...]:
    """The other indicators of its theme."""
    return tuple(
        Onward(one.title, to_indicator(visit, one, chosen), one.synthetic)
        for one in visit.manifest.observed
        if one.theme == indicator.theme and one.id != indicator.id
    )


def pages_with(visit: Visit, indicator: ReleasedIndicator, chosen: Chosen) -> tuple[Onward, ...]:
    """The declared pages that show it."""
    return tuple(
        Onward(page.title, to_page(visit, page, chosen, shown=indicator))
        for page in visit.manifest.pages
        if indicator.id in page.indicators
        or any(indicator.id in section.all_indicators for section in page.sections)
    )


def _has(visit: Visit, one: ReleasedIndicator) -> Mapping[str, tuple[str, ...]]:
    return {
        "area_type": one.area_types,
        "period": tuple(period.start.isoformat() for period in one.periods),
        "category": categories_of(visit.reader, indicator=one),
    }


def _of_section(
    visit: Visit, section: Section, chosen: Chosen, shown: ReleasedIndicator | None
) -> Iterator[tuple[str, str | int | None]]:
    found = indicators_of(visit, section.all_indicators)
    offered = CHOSEN.get(section.kind, ())
    first = found[0] if found else None
    if section.chooses_indicator and shown in found:
        yield "indicator", shown.id if shown else None
        first = shown
    for what in SHOWN:
        if what in offered and chosen.get(what) in _choices(visit, section, found, first)[what]():
            yield what, chosen[what]


def _choices(
    visit: Visit,
    section: Section,
    found: tuple[ReleasedIndicator, ...],
    first: ReleasedIndicator | None,
) -> Mapping[str, Callable[[], tuple[str, ...]]]:
    """What a section has to choose from; a section of two has the same kinds of area alone."""
    alone = first is not None and section.need is None
    has = _has(visit, first) if first and alone else {"period": (), "category": ()}

    def kinds() -> tuple[str, ...]:
        of_all = (first,) if first and section.chooses_indicator else found
        offered = kinds_of(visit, section, of_all, most=MOST.get(section.kind))
        is_map = section.kind is SectionKind.MAP
        return tuple(k.code for k in offered if not is_map or visit.map_size(k) is not None)

    return {
        "area_type": kinds,
        "period": lambda: has["period"],
        "category": lambda: has["category"],
    }
