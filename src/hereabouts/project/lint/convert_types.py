"""P405 Counts and weights of a conversion are numbers, and its keys are of one type throughout.

Why: text cannot be shared out, and an age band written as text on one side never meets the
number on the other.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.conversion import Conversion
from hereabouts.model.product import LogicalType
from hereabouts.project.draft import Draft
from hereabouts.project.lint.conversions import conversions

CODE = "P405"
_NUMBERS = {LogicalType.INTEGER, LogicalType.NUMBER}


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column of the wrong type."""
    for _, conversion in conversions(draft):
        for product, name, at in _counts(conversion):
            kind = _type(draft, product, name)
            if kind and kind not in _NUMBERS:
                do = "count something else, or make it a number in the contract of its product"
                yield ProjectError(
                    f"{name!r} of {product} is a {kind}, not a number", code=CODE, do=do, at=at
                )
        for product, name, at in _keys(conversion):
            ours, theirs = _type(draft, conversion.source, name), _type(draft, product, name)
            if ours and theirs and ours is not theirs:
                yield ProjectError(
                    f"{name!r} is a {ours} in {conversion.source} and a {theirs} in {product}",
                    code=CODE,
                    do="make it one type in both contracts",
                    at=at,
                )


def _type(draft: Draft, product: str, name: str) -> LogicalType | None:
    found = draft.products.get(product)
    column = found.contract.column(name) if found else None
    return column.type if column else None


def _counts(conversion: Conversion) -> Iterator[tuple[str, str, Location]]:
    yield from ((conversion.source, name, conversion.at) for name in conversion.columns)
    if given := conversion.blocks or conversion.weights:
        yield given.product, given.weight, given.at
    if truth := conversion.hold_out:
        yield truth.product, truth.column, truth.at


def _keys(conversion: Conversion) -> Iterator[tuple[str, str, Location]]:
    if given := conversion.blocks or conversion.weights:
        yield from ((given.product, name, given.at) for name in given.match)
    if truth := conversion.hold_out:
        yield from ((truth.product, name, truth.at) for name in conversion.keys)
