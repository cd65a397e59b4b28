"""P427 Only custom areas have members, owners and versions; a product's areas have its contract's.

Why: said twice, the two would come to differ, and a reader could not tell which is true.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P427"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each key of custom areas under a type that has none."""
    for area_type in draft.place.area_types if draft.place else ():
        said = {
            "members_from": area_type.members_from is not None,
            "overlapping": area_type.overlapping,
            "owner": area_type.defined_by is not None,
        }
        allowed = {"overlapping"} if area_type.custom else set()
        allowed |= {"members_from", "owner"} if area_type.custom and said["members_from"] else set()
        for key in (key for key, there in said.items() if there and key not in allowed):
            listed = "whose areas are listed under `neighbourhoods:`"
            kind = listed if area_type.custom else "that has a product"
            yield ProjectError(
                f"{key!r} is said of {area_type.code!r}, {kind}",
                code=CODE,
                do="say it under each neighbourhood" if area_type.custom else "remove it",
                at=draft.at(area_type.at, "area_types", area_type.code, key),
            )
