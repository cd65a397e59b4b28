"""Finding an area or an indicator by name."""

from dataclasses import dataclass

from hereabouts.doors.web.visit import PageAnswer, Visit

MOST_AREAS = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One area found."""

    name: str
    code: str
    kind: str
    href: str


def search(visit: Visit) -> PageAnswer:
    """The form, and what was found for `q`."""
    text = visit.asked("q").get("q", "").strip()
    areas = found_areas(visit, text=text, limit=MOST_AREAS + 1)
    wanted = text.casefold()
    indicators = [
        (one, visit.links.indicator(one))
        for one in visit.manifest.observed
        if wanted and wanted in f"{one.title} {one.short_title} {one.theme}".casefold()
    ]
    return PageAnswer(
        "search.html",
        {
            "title": "Find an area or indicator",
            "text": text,
            "areas": areas[:MOST_AREAS],
            "more": len(areas) > MOST_AREAS,
            "indicators": indicators,
            "browse": [
                (kind, [(a.name, visit.links.area(kind.code, code=a.code)) for a in areas_of])
                for kind in reversed(visit.manifest.area_types)
                if 0 < kind.count <= MOST_AREAS
                for areas_of in [sorted(visit.reader.areas(kind.code), key=lambda a: a.name)]
            ]
            if not text
            else [],
            "current": "areas",
        },
    )


def found_areas(visit: Visit, *, text: str, limit: int) -> list[Found]:
    """Areas that match, best first."""
    titles = {kind.code: kind.title for kind in visit.manifest.area_types}
    return [
        Found(
            area.name,
            area.code,
            titles[area.area_type],
            visit.links.area(area.area_type, code=area.code),
        )
        for area in visit.reader.find_areas(text, limit=limit)
    ]
