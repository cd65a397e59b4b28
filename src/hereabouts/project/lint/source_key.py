"""P316 The contract of a source product has a primary key.

Why: without a key the same row sent twice counts twice, and a bad row cannot be pointed to.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P316"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each source product without a key."""
    for product in draft.products.values():
        if product.source and not product.contract.key:
            yield ProjectError(
                f"product {product.id!r} has no primary key",
                code=CODE,
                do="mark the columns that tell rows apart with `primaryKey: true`",
                at=draft.at(product.at, "schema", 0, "properties"),
            )
