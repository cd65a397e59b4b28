"""P426 A neighbourhood says which custom area type it is one of, where there are several.

Why: two sets of areas, such as neighbourhoods and footprints, may overlap and are never added up
together, so each area belongs to one set.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P426"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each neighbourhood of no type that may list its areas in place.yml."""
    if draft.place is None:
        return
    known = [t.code for t in draft.place.area_types if t.custom and not t.members_from]
    for neighbourhood in draft.place.neighbourhoods if known else ():
        at = draft.at(neighbourhood.at, "neighbourhoods", neighbourhood.code, "type")
        if not neighbourhood.area_type:
            yield ProjectError(
                f"neighbourhood {neighbourhood.code!r} does not say which type it is of",
                code=CODE,
                do=f"add `type:` with one of {', '.join(known)}",
                at=at,
            )
        elif neighbourhood.area_type not in known:
            kind = "custom area type without a product"
            yield unknown_name(kind, neighbourhood.area_type, known=known, code=CODE, at=at)
