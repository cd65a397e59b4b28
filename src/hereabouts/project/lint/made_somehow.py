"""P315 Every product is made somehow: it has a source, or a model.

Why: a contract alone promises a table that nothing makes.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P315"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product with neither source.yml nor a model."""
    for product in draft.products.values():
        if product.source is None and product.model is None:
            yield ProjectError(
                f"nothing makes product {product.id!r}",
                code=CODE,
                do="add source.yml beside the contract (received), or model.sql (derived)",
                at=product.at,
            )
