"""P319 What is added up is a column of numbers.

Why: text adds up to nothing, and a code made of digits adds up to nonsense.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.product import LogicalType
from hereabouts.project.draft import Draft

CODE = "P319"
_NUMBERS = {LogicalType.INTEGER, LogicalType.NUMBER}


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each sum over a column that is not of numbers."""
    for indicator in draft.indicators.values():
        parts = (("numerator", indicator.numerator), ("denominator", indicator.denominator))
        for part, measure in parts:
            product = draft.products.get(measure.product) if measure else None
            column = product.contract.column(measure.sum or "") if product and measure else None
            if column and column.type not in _NUMBERS:
                yield ProjectError(
                    f"column {column.name!r} is a {column.type} and cannot be added up",
                    code=CODE,
                    do="name a column of numbers, or use `count: rows` with a `where:`",
                    at=draft.at(indicator.at, part, "sum"),
                )
