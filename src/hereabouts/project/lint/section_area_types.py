"""P481 A section offers area types of the place that its indicators are published for.

Why: a reader who chooses an area type for which there is nothing meets an empty table.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.page import Section
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P481"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each area type of a section that is not one, or has no values."""
    for page in draft.pages.values():
        for number, section in enumerate(page.sections):
            for place, name in enumerate(section.area_types):
                at = draft.at(page.at, "sections", number, "area_types", place)
                yield from _area_type(draft, section, name, at)


def _area_type(draft: Draft, section: Section, name: str, at: Location) -> Iterator[ProjectError]:
    if draft.place is None:
        return
    if draft.place.area_type(name) is None:
        known = [area_type.code for area_type in draft.place.area_types]
        yield unknown_name("area type", name, known=known, code=CODE, at=at)
        return
    shown = [draft.indicators[i] for i in section.all_indicators if i in draft.indicators]
    lacking = [one.id for one in shown if name not in one.area_types]
    if section.chooses_indicator and len(lacking) < len(shown):
        return  # it shows one indicator at a time, with the area types of that one
    for one in lacking:
        yield ProjectError(
            f"{one!r} is not published for areas of type {name!r}",
            code=CODE,
            do=f"add {name} to the indicator's area_types, or take it out here",
            at=at,
        )
