"""P324 What is made from synthetic data says that it is synthetic.

Why: made-up figures are marked wherever they are shown, and the mark is read from here.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P324"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product that reads a synthetic one and does not say so."""
    for product in draft.products.values():
        inputs = product.made_from
        made_up = [
            n for n in inputs if n in draft.products and draft.products[n].contract.synthetic
        ]
        if made_up and not product.contract.synthetic:
            yield ProjectError(
                f"product {product.id!r} is made from {made_up[0]!r}, which is synthetic",
                code=CODE,
                do="add `- {property: synthetic, value: true}` to customProperties",
                at=draft.at(product.at, "customProperties"),
            )
