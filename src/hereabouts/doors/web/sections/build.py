"""From the sections a page declares to what its template shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from hereabouts.doors.web.glossary.linked_words import WordLinks
from hereabouts.doors.web.languages import N_, translated
from hereabouts.doors.web.sections.headline import headline_section
from hereabouts.doors.web.sections.inequality import inequality_section
from hereabouts.doors.web.sections.map import map_section
from hereabouts.doors.web.sections.offered import indicators_of
from hereabouts.doors.web.sections.pictured import is_pictured
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage, allowed, chosen_in
from hereabouts.doors.web.sections.profile import profile_section
from hereabouts.doors.web.sections.pyramid import pyramid_section
from hereabouts.doors.web.sections.ranking import ranking_section
from hereabouts.doors.web.sections.table import table_section
from hereabouts.doors.web.sections.trend import trend_section
from hereabouts.doors.web.sections.triangulation import triangulation_section
from hereabouts.doors.web.taking import Taking, taking_of_section
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section, SectionKind
from hereabouts.release.manifest_model import ReleasedPage

Build = Callable[[Visit, Section, PlaceOnPage], Mapping[str, Any] | None]

#: Kind of section -> what makes it, and its heading where the page gives none.
KINDS: Mapping[SectionKind, tuple[Build, str]] = {
    SectionKind.HEADLINE: (headline_section, N_("Key figures")),
    SectionKind.MAP: (map_section, N_("Map")),
    SectionKind.RANKING: (ranking_section, N_("Ranking")),
    SectionKind.TRIANGULATION: (triangulation_section, N_("Supply beside need")),
    SectionKind.TREND: (trend_section, N_("Over time")),
    SectionKind.INEQUALITY: (inequality_section, N_("Inequality")),
    SectionKind.PYRAMID: (pyramid_section, N_("By age and sex")),
    SectionKind.TABLE: (table_section, N_("Areas and indicators")),
    SectionKind.PROFILE: (profile_section, N_("Find an area")),
    SectionKind.TEXT: (lambda _visit, _section, _place: {}, ""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionShown:
    """One section; `content` is None where the release has nothing to show in it."""

    kind: str
    name: str
    title: str
    words: tuple[Markup, ...]
    synthetic: bool  # all that it shows, or one of a pair
    partly: bool  # whether any of it is
    has_map: bool  # that a script can take over
    content: Mapping[str, Any] | None
    taking: Taking | None  # where its picture can be taken away to, if it has one


def sections_of(visit: Visit, page: ReleasedPage) -> tuple[SectionShown, ...]:
    """Every section of `page`, as its address asks.

    Raises:
        AddressError: W201 to W203, it asks for what no section has.
    """
    asked = visit.asked(*allowed(page))
    return tuple(_shown(visit, page, section, asked) for section in page.sections)


def _shown(
    visit: Visit, page: ReleasedPage, section: Section, asked: Mapping[str, str]
) -> SectionShown:
    build, _heading = KINDS[section.kind]
    place = PlaceOnPage(page=page.name, section=section.name, asked=asked)
    content = build(visit, section, place)
    made_up = [one.synthetic for one in indicators_of(visit, section.all_indicators)]
    return SectionShown(
        kind=section.kind.value,
        name=section.name,
        title=heading_of(section),
        words=tuple(map(WordLinks(visit), section.words)),
        synthetic=bool(made_up) and (any(made_up) if section.need else all(made_up)),
        partly=any(made_up),
        has_map=section.kind is SectionKind.MAP and content is not None,
        content=content,
        taking=_taking(visit, page, section, place)
        if content and is_pictured(section.kind, content) and _has_files(visit, section, place)
        else None,
    )


def _has_files(visit: Visit, section: Section, place: PlaceOnPage) -> bool:
    """Whether there are files of its picture: a site of files has those of what is declared."""
    return visit.published is None or not set(place.own) & set(chosen_in(section.kind))


def heading_of(section: Section) -> str:
    """Its title as declared, or what its kind is called."""
    return section.title or _numbered(translated(KINDS[section.kind][1]), section.name)


def _taking(visit: Visit, page: ReleasedPage, section: Section, place: PlaceOnPage) -> Taking:
    chosen = chosen_in(section.kind)
    return taking_of_section(
        visit.links,
        (page.name, section.name),
        title=f"{heading_of(section)}, {page.title}",
        kind=section.kind.value,
        asked={what: said for what, said in place.own.items() if what in chosen},
    )


def _numbered(heading: str, name: str) -> str:
    """`Ranking 2` for `ranking-2`, so that no two headings are alike."""
    _kind, _dash, number = name.partition("-")
    return f"{heading} {number}" if heading and number else heading
