"""P531 An agreement that names areas says which column holds their codes.

Why: rows are cut by that column before anybody sees one; without it nothing could be cut.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.agreement import EVERYTHING
from hereabouts.project.draft import Draft

CODE = "P531"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each shared product whose areas are named and their column is not."""
    for agreement in draft.agreements.values():
        for number, shared in enumerate(agreement.products):
            if shared.areas != (EVERYTHING,) and not shared.area_column:
                yield ProjectError(
                    f"the areas of {shared.product!r} are named, and no column that holds them",
                    code=CODE,
                    do="say its `area_column`, or share every row by leaving `areas` out",
                    at=draft.at(agreement.at, "products", number),
                )
