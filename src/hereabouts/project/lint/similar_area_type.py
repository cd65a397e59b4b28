"""P423 Areas are compared with areas like them of a kind that the place has.

Why: areas of a kind that place.yml does not list are shown nowhere.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P423"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem where similar_areas is of an area type that is not one of the place's."""
    place = draft.place
    if place is None or place.similar_areas is None:
        return
    name = place.similar_areas.area_type
    if place.area_type(name) is None:
        known = [area_type.code for area_type in place.area_types]
        at = draft.at(place.at, "similar_areas", "area_type")
        yield unknown_name("area type", name, known=known, code=CODE, at=at)
