"""P363 What a contract compares itself with is there.

Why: a total that agrees with nothing, or areas expected of no list, could never be found wanting.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.product import Product
from hereabouts.model.quality import Reconciliation
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P363"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each total, area type or column that a contract names in vain."""
    for product in draft.products.values():
        for reconciliation in product.contract.assurance.reconciles:
            yield from _totals(draft, product, reconciliation)
        yield from _areas(draft, product)
        yield from _columns(product)


def _totals(draft: Draft, product: Product, said: Reconciliation) -> Iterator[ProjectError]:
    at = product.contract.at
    own = [column.name for column in product.contract.columns]
    for name in (said.column, *said.by):
        if name not in own:
            yield unknown_name("column", name, known=own, code=CODE, at=at)
    if draft.is_unread("product", said.product):
        return
    other = draft.products.get(said.product)
    if other is None:
        yield unknown_name("product", said.product, known=draft.products, code=CODE, at=at)
        return
    theirs = [column.name for column in other.contract.columns]
    for name in (said.other, *said.by):
        if name not in theirs:
            kind = f"column of {said.product}:"
            yield unknown_name(kind, name, known=theirs, code=CODE, at=at)


def _areas(draft: Draft, product: Product) -> Iterator[ProjectError]:
    """Areas of a type are expected in the column that refers to the product that lists them."""
    wanted = product.contract.assurance.expected_areas
    if not wanted or draft.place is None:
        return
    area_type = draft.place.area_type(wanted)
    if area_type is None:
        known = [area_type.code for area_type in draft.place.area_types]
        yield unknown_name("area type", wanted, known=known, code=CODE, at=product.contract.at)
    elif not any(
        column.reference and column.reference.product == area_type.product
        for column in product.contract.columns
    ):
        yield ProjectError(
            f"no column of {product.id!r} refers to the product of {wanted!r}",
            code=CODE,
            do=f"add a relationship `to: {area_type.product}.{area_type.code_column}` to the"
            " column that holds its codes",
            at=product.contract.at,
        )


def _columns(product: Product) -> Iterator[ProjectError]:
    assurance = product.contract.assurance
    known = [column.name for column in product.contract.columns]
    period = assurance.period_column
    if period and period not in known:
        yield unknown_name("column", period, known=known, code=CODE, at=product.contract.at)
    for name in assurance.expect_all_of:
        column = product.contract.column(name)
        if column and column.reference is None:
            yield ProjectError(
                f"{name!r} expects all of nothing",
                code=CODE,
                do="add the relationship that says which product's keys are expected",
                at=column.at,
            )
