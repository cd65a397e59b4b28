"""P433 No two area types are the same layer of the same year.

Why: readers tell areas apart by their layer and vintage, and so do the files of their maps.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P433"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each area type whose layer and vintage are another's."""
    first: dict[tuple[str, int], str] = {}
    for area_type in draft.place.area_types if draft.place else ():
        if area_type.layer is None or area_type.vintage is None:
            continue
        before = first.setdefault((area_type.layer, area_type.vintage), area_type.code)
        if before != area_type.code:
            yield ProjectError(
                f"area types {before!r} and {area_type.code!r} are both"
                f" {area_type.layer!r} of {area_type.vintage}",
                code=CODE,
                do="correct the layer or the vintage of one, or remove it",
                at=draft.at(area_type.at, "area_types", area_type.code, "vintage"),
            )
