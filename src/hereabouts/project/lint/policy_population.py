"""P445 Populations for a policy's minimum are columns of a product, for area types there are.

Why: an area whose population is not known is hidden, so a misspelt name would hide everything,
and a misspelt area type would hide nothing.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.policy import DisclosurePolicy
from hereabouts.model.product import Column, LogicalType
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P445"
_NUMBERS = {LogicalType.INTEGER, LogicalType.NUMBER}


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each name that a policy's minimum population gets wrong."""
    known = [area_type.code for area_type in draft.place.area_types] if draft.place else []
    for policy in draft.policies.values():
        yield from _population(draft, policy)
        for name in policy.minimum_population:
            if draft.place and name not in known:
                at = draft.at(policy.at, "minimum_population", name)
                yield unknown_name("area type", name, known=known, code=CODE, at=at)


def _population(draft: Draft, policy: DisclosurePolicy) -> Iterator[ProjectError]:
    said = policy.population
    if said is None or draft.is_unread("product", said.product):
        return
    product = draft.products.get(said.product)
    if product is None:
        at = draft.at(policy.at, "population", "product")
        known = list(draft.products)
        yield unknown_name("product", said.product, known=known, code=CODE, at=at)
        return
    columns = [column.name for column in product.contract.columns]
    for key, name in (("column", said.column), ("area", said.area)):
        at = draft.at(policy.at, "population", key)
        if name not in columns:
            kind = f"column of {said.product}:"
            yield unknown_name(kind, name, known=columns, code=CODE, at=at)
        elif key == "column" and not _is_number(product.contract.column(name)):
            yield ProjectError(
                f"column {name!r} is not of numbers and cannot be added up",
                code=CODE,
                do="name the column of people",
                at=at,
            )


def _is_number(column: Column | None) -> bool:
    return column is not None and column.type in _NUMBERS
