"""P424 What makes areas alike is indicators of the folder, with a total for that kind of area.

Why: an area without a value of any one of them is like none, so an indicator that is not there,
or that has no values for that kind of area, would leave every area without its like.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.place import SimilarAreas
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P424"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator and weight of similar_areas that cannot be used."""
    declared = draft.place.similar_areas if draft.place else None
    if declared is None:
        return
    for number, name in enumerate(declared.indicators):
        yield from _indicator(draft, declared, name, number)
    for name in declared.weights:
        if name not in declared.indicators:
            yield ProjectError(
                f"{name!r} has a weight but is not compared",
                code=CODE,
                do="list it in `indicators`, or take its weight out",
                at=draft.at(declared.at, "similar_areas", "weights", name),
            )


def _indicator(
    draft: Draft, declared: SimilarAreas, name: str, number: int
) -> Iterator[ProjectError]:
    at = draft.at(declared.at, "similar_areas", "indicators", number)
    found = draft.indicators.get(name)
    if found is None:
        if not draft.is_unread("indicator", name):
            yield unknown_name("indicator", name, known=draft.indicators, code=CODE, at=at)
    elif declared.area_type not in found.area_types:
        yield ProjectError(
            f"{name!r} has no values for areas of type {declared.area_type!r}",
            code=CODE,
            do=f"add {declared.area_type} to the indicator's area_types, or leave it out here",
            at=at,
        )
