"""P313 No product is made from itself, however far round.

Why: products are made in the order of what they read; a circle has no beginning.
"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from hereabouts.errors import ProjectError
from hereabouts.model.product import Product
from hereabouts.project.draft import Draft

CODE = "P313"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each circle, until none is left."""
    reads = {product.id: _reads(product) for product in draft.products.values()}
    while circle := _circle(reads):
        product = draft.products[circle[0]]
        reads[product.id] = reads[product.id] - {circle[1]}
        yield ProjectError(
            f"this is made from itself: {' reads '.join(circle)}",
            code=CODE,
            do="take one of them out of the circle; a model and a relationship both count",
            at=product.made_at,
        )


def _reads(product: Product) -> set[str]:
    """What it reads; itself only when it is made from itself, for a table may refer to itself."""
    itself = {product.id} if product.id in product.made_from else set()
    return {*product.inputs} | itself


def _circle(reads: dict[str, set[str]]) -> list[str] | None:
    """One circle, beginning and ending with its first product by name; None when none is left."""
    known = {name: {n for n in sorted(reads[name]) if n in reads} for name in sorted(reads)}
    try:
        TopologicalSorter(known).prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))[:-1]  # graphlib lists each before what reads it
        start = circle.index(min(circle))
        circle = circle[start:] + circle[:start]
        return [*circle, circle[0]]
    return None
