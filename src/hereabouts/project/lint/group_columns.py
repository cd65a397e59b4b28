"""P455 A group's product and columns are there, and its groups are whole numbers.

Why: groups are put in order by their numbers.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.place import Group
from hereabouts.model.product import LogicalType
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P455"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each group that could not be read from its product."""
    if draft.place is None:
        return
    for group in draft.place.groups:
        if group.product not in draft.products and not draft.is_unread("product", group.product):
            at = draft.at(group.at, "product")
            known = list(draft.products)
            yield unknown_name("product", group.product, known=known, code=CODE, at=at)
        if product := draft.products.get(group.product):
            columns = {column.name: column.type for column in product.contract.columns}
            yield from _columns(draft, group, columns)


def _columns(draft: Draft, group: Group, columns: dict[str, LogicalType]) -> Iterator[ProjectError]:
    for key, name in (("code", group.code_column), ("column", group.column)):
        at = draft.at(group.at, key)
        if name not in columns:
            kind = f"column of {group.product}:"
            yield unknown_name(kind, name, known=list(columns), code=CODE, at=at)
        elif key == "column" and columns[name] is not LogicalType.INTEGER:
            yield ProjectError(
                f"groups are whole numbers, and column {name!r} is a {columns[name]}",
                code=CODE,
                do="name an integer column, such as the decile of an index of deprivation",
                at=at,
            )
