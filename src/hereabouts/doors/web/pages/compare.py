"""Areas side by side."""

from dataclasses import dataclass

from hereabouts.doors.web.address import choose
from hereabouts.doors.web.compared.chosen import MOST_AREAS, Chosen, chosen_areas
from hereabouts.doors.web.compared.figures import compared_of, themes_of
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.themes import Theme
from hereabouts.doors.web.visit import PageAnswer, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedArea:
    """One of the areas; `without` leads to the comparison of the others."""

    name: str
    kind: str
    code: str
    href: str
    without: str


def compare_areas(visit: Visit) -> PageAnswer:
    """The areas that the address names, for every indicator of a theme.

    Raises:
        AddressError: W201, W202; W320 to W322, these areas cannot be compared.
    """
    written, asked = visit.asked_several("area", "theme")
    chosen = chosen_areas(visit, written)
    offered = themes_of(visit, chosen)
    theme = chosen_theme(offered, asked.get("theme"))
    named = [one.written for one in chosen]
    return PageAnswer(
        "compare.html",
        {
            "title": gettext("Compare %(names)s", names=_names(chosen))
            if chosen
            else gettext("Compare areas"),
            "chosen": [_area(visit, chosen, one, theme) for one in chosen],
            "written": named,
            "most": MOST_AREAS,
            "themes": offered,
            "theme": theme,
            "compared": compared_of(visit, chosen, theme=theme) if theme else (),
            "add_href": visit.links.search_to_compare(named),
            "csv": visit.links.compare_csv(named, theme=theme.name) if theme else None,
            "current": "areas",
        },
    )


def chosen_theme(offered: tuple[Theme, ...], wanted: str | None) -> Theme | None:
    """The theme that is wanted, or the first; None where there is none.

    Raises:
        AddressError: W202, it is not one of them.
    """
    if not offered:
        return None
    by_name = {theme.name: theme for theme in offered}
    return by_name[choose(wanted, among=by_name, otherwise=offered[0].name, what="theme")]


def _names(chosen: tuple[Chosen, ...]) -> str:
    names = [one.area.name for one in chosen]
    if len(names) > 3:
        return gettext("%(value)s areas", value=len(names))
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _area(
    visit: Visit, chosen: tuple[Chosen, ...], one: Chosen, theme: Theme | None
) -> ComparedArea:
    kind = visit.area_type(one.area.area_type)
    others = [other.written for other in chosen if other is not one]
    return ComparedArea(
        name=one.area.name,
        kind=kind.title,
        code=one.area.code,
        href=visit.links.area(kind.code, code=one.area.code),
        without=visit.links.compare(others, theme=theme.name if theme and others else None),
    )
