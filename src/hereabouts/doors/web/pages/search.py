"""Finding an area, an indicator, a page, a product or a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hereabouts.doors.web.compared.chosen import Chosen, may_join, parse_areas
from hereabouts.doors.web.finding.find import Found, find
from hereabouts.doors.web.finding.things import Thing
from hereabouts.doors.web.here import here_of
from hereabouts.doors.web.known_area import retired_words
from hereabouts.doors.web.languages import N_, both_forms, gettext, ngettext, translated
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.release.answers import Area
from hereabouts.release.manifest_model import ReleasedAreaType
from hereabouts.release.reader_found import is_postcode

MOST_AREAS = 50
MANY = N_("%(most)s or more areas")
#: Kind of thing -> its heading, in the order of the page.
HEADINGS = {
    "indicator": N_("Indicators"),
    "page": N_("Pages"),
    "word": N_("Words"),
    "product": N_("Where data is from"),
    "definition": N_("Definitions"),
    "agreement": N_("Agreements"),
}
NOUNS = {
    "indicator": both_forms("%(num)s indicator", "%(num)s indicators"),
    "page": both_forms("%(num)s page", "%(num)s pages"),
    "word": both_forms("%(num)s word", "%(num)s words"),
    "product": both_forms("%(num)s source", "%(num)s sources"),
    "definition": both_forms("%(num)s definition", "%(num)s definitions"),
    "agreement": both_forms("%(num)s agreement", "%(num)s agreements"),
}


@dataclass(frozen=True, slots=True)
class FoundArea:
    """One area found; `add` leads to a comparison with it, where it may be added to one."""

    name: str
    code: str
    kind: str
    href: str
    add: str | None


def search(visit: Visit) -> PageAnswer:
    """The form, and what was found for `q`, to be added to the areas compared so far.

    Raises:
        AddressError: W201; W320 or W321, the areas compared so far are none.
    """
    written, asked = visit.asked_several("area", "q")
    compared = parse_areas(visit, written)
    text = asked.get("q", "").strip()
    found = find(visit.reader, text, limit=MOST_AREAS + 1)
    areas = found_areas(visit, found, compared=compared)
    return PageAnswer(
        "search.html",
        {
            "title": gettext("Find an area or indicator"),
            "text": text,
            "postcode": is_postcode(text),
            "found": found,
            "areas": areas[:MOST_AREAS],
            "more": len(areas) > MOST_AREAS,
            "things": _by_kind(visit, found),
            "said": _said(found),
            "retired": retired_words(found.retired) if found.retired else "",
            "compared": compared,
            "compared_href": visit.links.compare(c.written for c in compared),
            "here": here_of(visit),
            "browse": [] if text else _browse(visit),
            "current": "areas",
        },
    )


def found_areas(
    visit: Visit, found: Found, *, compared: tuple[Chosen, ...] = ()
) -> list[FoundArea]:
    """The areas found, best first."""
    titles = {kind.code: kind.title for kind in visit.manifest.area_types}
    return [
        FoundArea(
            area.name,
            area.code,
            titles[area.area_type],
            visit.links.area(area.area_type, code=area.code),
            _add(visit, area, compared),
        )
        for area in found.areas
    ]


def _add(visit: Visit, area: Area, compared: tuple[Chosen, ...]) -> str | None:
    if not may_join(visit, compared, area):
        return None
    return visit.links.compare([*(one.written for one in compared), Chosen(area).written])


def _by_kind(visit: Visit, found: Found) -> list[Mapping[str, Any]]:
    return [
        {"heading": translated(heading), "listed": [(one, _href(visit, one)) for one in of_kind]}
        for kind, heading in HEADINGS.items()
        if (of_kind := [one for one in found.things if one.kind == kind])
    ]


def _href(visit: Visit, thing: Thing) -> str:
    return thing.href(visit.links, visit.manifest)


def _said(found: Found) -> str:
    """`50 or more areas, 2 indicators and 1 word`."""
    areas = len(found.areas)
    counts = (
        [_counted(areas, ("%(num)s area", "%(num)s areas"))]
        if areas <= MOST_AREAS
        else [gettext(MANY, most=MOST_AREAS)]
    )
    for kind, nouns in NOUNS.items():
        counts.append(_counted(sum(one.kind == kind for one in found.things), nouns))
    told = [count for count in counts if count]
    if len(told) < 2:
        return "".join(told)
    return gettext("%(first)s and %(last)s", first=", ".join(told[:-1]), last=told[-1])


def _counted(count: int, nouns: tuple[str, str]) -> str:
    return ngettext(*nouns, count) if count else ""


def _is_listed(visit: Visit, kind: ReleasedAreaType) -> bool:
    """Few enough to browse; in a site of files every area with a page is, for want of an answer."""
    if visit.published:
        return kind.code in visit.published.area_types - visit.published.alone
    return kind.count <= MOST_AREAS


def _browse(visit: Visit) -> list[tuple[Any, list[tuple[str, str]]]]:
    """The few larger areas, for who has typed nothing."""
    found = []
    for kind in reversed(visit.manifest.area_types):
        if kind.count and _is_listed(visit, kind):
            areas = sorted(visit.reader.areas(kind.code), key=lambda area: area.name)
            links = [(area.name, visit.links.area(kind.code, code=area.code)) for area in areas]
            found.append((kind, links))
    return found
