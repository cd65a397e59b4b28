"""P308 A column that a contract refers to is there.

Why: a reference is checked row by row at every build, against the column it names.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.product import Column, Reference
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P308"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each relationship that points to nothing."""
    for product in draft.products.values():
        for number, column in enumerate(product.contract.columns):
            if column.reference:
                yield from _check(draft, column, column.reference, number)


def _check(
    draft: Draft, column: Column, reference: Reference, number: int
) -> Iterator[ProjectError]:
    at = draft.at(column.at, "schema", 0, "properties", number, "relationships", 0, "to")
    if draft.is_unread("product", reference.product):
        return
    product = draft.products.get(reference.product)
    if product is None:
        yield unknown_name("product", reference.product, known=draft.products, code=CODE, at=at)
    elif not product.contract.column(reference.column):
        known = [c.name for c in product.contract.columns]
        kind = f"column of {reference.product}:"
        yield unknown_name(kind, reference.column, known=known, code=CODE, at=at)
