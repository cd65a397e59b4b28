"""P314 Every product has an owner.

Why: a number that nobody answers for is not mended.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P314"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product whose contract names no owner and no team."""
    for product in draft.products.values():
        if not product.contract.owner.strip():
            yield ProjectError(
                f"product {product.id!r} has no owner",
                code=CODE,
                do="add `team:` with `members: [{username: ..., role: owner}]`",
                at=draft.at(product.at, "team"),
            )
