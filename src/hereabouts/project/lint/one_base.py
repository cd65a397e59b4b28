"""P318 Exactly one area type is the base, and it has a product.

Why: every larger area is a whole set of base areas, so there must be one kind to build from.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P318"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem when the number of base area types is not one."""
    if draft.place is None:
        return
    bases = [area_type for area_type in draft.place.area_types if area_type.base]
    if len(bases) != 1:
        names = " and ".join(repr(area_type.code) for area_type in bases) or "none"
        yield ProjectError(
            f"exactly one area type is the base; here it is {names}",
            code=CODE,
            do="say `base: yes` for the smallest area type, and for no other",
            at=draft.at(draft.place.at, "area_types"),
        )
    for area_type in bases:
        if area_type.product is None:
            yield ProjectError(
                f"the base area type {area_type.code!r} has no product",
                code=CODE,
                do="name the product with one row per area",
                at=area_type.at,
            )
