"""P321 The base area type has a parent column for every other area type with a product.

Why: larger areas are added up from base areas, by that column and nothing else.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P321"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each area type that base areas cannot be added up to."""
    types = draft.place.area_types if draft.place else ()
    bases = [area_type for area_type in types if area_type.base]
    for area_type in types:
        if area_type.parents and not area_type.base:
            yield ProjectError(
                f"{area_type.code!r} is not the base area type and has parents",
                code=CODE,
                do="write `parents:` under the base area type alone",
                at=draft.at(area_type.at, "area_types", area_type.code, "parents"),
            )
        if area_type.product and not area_type.base and len(bases) == 1:
            base = bases[0]
            if area_type.code not in base.parents:
                yield ProjectError(
                    f"no column of {base.product} says which {area_type.code!r} an area lies in",
                    code=CODE,
                    do=f"add `{area_type.code}: <column>` to the parents of {base.code!r}",
                    at=base.at,
                )
