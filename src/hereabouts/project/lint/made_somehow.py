"""P315 Every product is made somehow: it has a source, a model or a recipe.

Why: a contract alone promises a table that nothing makes.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P315"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product with neither source.yml, nor a model, nor a recipe."""
    for product in draft.products.values():
        if not (product.source or product.model or product.recipe):
            yield ProjectError(
                f"nothing makes product {product.id!r}",
                code=CODE,
                do="add source.yml beside the contract (received), or model.sql,"
                " convert.yml or apply.yml (derived)",
                at=product.at,
            )
