"""What a product is made from, all the way back."""

from hereabouts.model.product import Product
from hereabouts.project.draft import Draft


def made_from(draft: Draft, name: str) -> tuple[Product, ...]:
    """The product `name` and everything it is made from, directly or not, nearest first."""
    found: dict[str, Product] = {}
    waiting = [name]
    while waiting:
        product = draft.products.get(waiting.pop(0))
        if product and product.id not in found:
            found[product.id] = product
            waiting += product.made_from
    return tuple(found.values())
