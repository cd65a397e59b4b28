"""P326 A marker column is text, and says which other column's absent values it explains.

Why: `[c]` beside a number that is not there tells hidden from missing; beside a column that is
not there it tells nothing.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.product import Column, LogicalType, Product
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P326"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each marker column that explains nothing, or is no text."""
    for product in draft.products.values():
        for column in product.contract.columns:
            if column.marker_of is not None:
                yield from _check(product, column, column.marker_of)


def _check(product: Product, column: Column, marked: str) -> Iterator[ProjectError]:
    known = [other.name for other in product.contract.columns if other.marker_of is None]
    if marked not in known:
        yield unknown_name("column", marked, known=known, code=CODE, at=column.at)
    if column.type is not LogicalType.STRING:
        problem, do = f"the marker column '{column.name}' is no text", "make it logicalType: string"
        yield ProjectError(problem, code=CODE, do=do, at=column.at)
