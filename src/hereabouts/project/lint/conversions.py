"""The conversions of a folder, for the rules about them."""

from collections.abc import Iterator

from hereabouts.model.conversion import Conversion
from hereabouts.model.product import Product
from hereabouts.project.draft import Draft


def conversions(draft: Draft) -> Iterator[tuple[Product, Conversion]]:
    """Each product that convert.yml makes, and what it says."""
    for product in draft.products.values():
        if isinstance(product.recipe, Conversion):
            yield product, product.recipe
