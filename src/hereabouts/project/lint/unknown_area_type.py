"""P305 An area type that is named is one of the place's.

Why: values for areas that the place does not have would be shown nowhere.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.place import Place
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P305"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each area type that place.yml does not list."""
    if draft.place is None:
        return
    known = [area_type.code for area_type in draft.place.area_types]
    for name, at in (*_in_place(draft, draft.place), *_in_indicators(draft)):
        if name not in known:
            yield unknown_name("area type", name, known=known, code=CODE, at=at)


def _in_place(draft: Draft, place: Place) -> Iterator[tuple[str, Location]]:
    yield place.home_area_type, draft.at(place.at, "home_area_type")
    for area_type in place.area_types:
        for parent in area_type.parents:
            steps = ("area_types", area_type.code, "parents", parent)
            yield parent, draft.at(place.at, *steps)


def _in_indicators(draft: Draft) -> Iterator[tuple[str, Location]]:
    for indicator in draft.indicators.values():
        yield indicator.area_type, draft.at(indicator.at, "area", "type")
        for number, name in enumerate(indicator.area_types):
            yield name, draft.at(indicator.at, "area_types", number)
