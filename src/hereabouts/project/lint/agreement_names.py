"""P530 An agreement names organisations, purposes, products and columns that there are.

Why: an agreement opens exactly what it names; a name with a typing error opens nothing, and
somebody finds out on the day they need the data.
"""

from collections.abc import Collection, Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.agreement import EVERYTHING, Agreement, SharedProduct
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P530"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each name in an agreement that is declared nowhere."""
    for agreement in draft.agreements.values():
        for key in ("providers", "recipients"):
            yield from _listed(draft, agreement, key, "organisation", draft.organisations)
        yield from _listed(draft, agreement, "purposes", "purpose", draft.purposes)
        for number, shared in enumerate(agreement.products):
            yield from _product(draft, agreement, number, shared)


def _listed(
    draft: Draft, agreement: Agreement, key: str, kind: str, known: Collection[str]
) -> Iterator[ProjectError]:
    for number, name in enumerate(getattr(agreement, key)):
        if name not in known:
            at = draft.at(agreement.at, key, number)
            yield unknown_name(kind, name, known=known, code=CODE, at=at)


def _product(
    draft: Draft, agreement: Agreement, number: int, shared: SharedProduct
) -> Iterator[ProjectError]:
    product = draft.products.get(shared.product)
    steps = ("products", number)
    if product is None:
        if not draft.is_unread("product", shared.product):
            at = draft.at(agreement.at, *steps, "product")
            yield unknown_name("product", shared.product, known=draft.products, code=CODE, at=at)
        return
    columns = [column.name for column in product.contract.columns]
    for place, name in enumerate(shared.columns):
        if name not in (*columns, EVERYTHING):
            at = draft.at(agreement.at, *steps, "columns", place)
            yield unknown_name("column", name, known=columns, code=CODE, at=at)
    if shared.area_column and shared.area_column not in columns:
        at = draft.at(agreement.at, *steps, "area_column")
        yield unknown_name("column", shared.area_column, known=columns, code=CODE, at=at)
