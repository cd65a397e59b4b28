"""What release.json says of a page."""

from typing import Any

from hereabouts.model.map_colours import MapColours
from hereabouts.model.page import Page, Section


def describe_page(page: Page) -> dict[str, Any]:
    """A page: its words, the indicators it leads with and its sections."""
    return {
        "name": page.name,
        "title": page.title,
        "lede": page.lede,
        "indicators": list(page.indicators),
        "sections": [_section(section) for section in page.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "kind": section.kind.value,
        "name": section.name,
        "title": section.title,
        "words": list(section.words),
        "indicators": list(section.indicators),
        "need": section.need,
        "supply": section.supply,
        "area_types": list(section.area_types),
        "colours": _colours(section.colours),
    }


def _colours(colours: MapColours | None) -> dict[str, Any] | None:
    if colours is None:
        return None
    return {
        "colour": colours.colour.value,
        "classes": colours.classes.value,
        "number": colours.number,
        "breaks": list(colours.breaks),
        "about": colours.about,
    }
