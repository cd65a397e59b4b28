"""P415 The time of a definition's events is a timestamp or a date, and an age is a number.

Why: text such as 03/04/2025 has no order in time, and an age band has no age.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.definition import Definition
from hereabouts.model.product import LogicalType
from hereabouts.project.draft import Draft
from hereabouts.project.yaml_text import Step

CODE = "P415"
_TIMES = (LogicalType.TIMESTAMP, LogicalType.DATE)
_NUMBERS = (LogicalType.INTEGER, LogicalType.NUMBER)
Wanted = tuple[str, tuple[LogicalType, ...], tuple[Step, ...]]


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column of the wrong type."""
    for definition in draft.definitions.values():
        product = draft.products.get(definition.events.product)
        for name, types, steps in _wanted(definition):
            column = product.contract.column(name) if product else None
            if column and column.type not in types:
                named = " or ".join(types)
                of = definition.events.product
                yield ProjectError(
                    f"{name!r} of {of} is of type {column.type}, not {named}",
                    code=CODE,
                    do=f"name another column, or make its logicalType {named} in the contract",
                    at=draft.at(definition.at, *steps),
                )


def _wanted(definition: Definition) -> Iterator[Wanted]:
    yield definition.events.time, _TIMES, ("events", "time")
    yield from ((limit.column, _NUMBERS, (key, "column")) for key, limit in definition.ages)
