"""How sensitive a column is: its ODCS classification, which is free text there and not here."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.product import Column
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project.names import advice
from hereabouts.project.yaml_text import Document, Step

UNKNOWN, MORE_THAN_ITS_PRODUCT = "P500", "P501"
_MORE_AND_MORE = tuple(Sensitivity)


def read_sensitivity(
    said: Mapping[str, Any],
    document: Document,
    steps: tuple[Step, ...],
    problems: list[ProjectError],
) -> Sensitivity | None:
    """The column's own, or None where it says nothing; `problems` gains a word that is none."""
    written = said.get("classification")
    if written is None:
        return None
    known = [one.value for one in Sensitivity]
    if written in known:
        return Sensitivity(written)
    at = document.at(*steps, "classification")
    problem = f"the classification {written!r} is none of {', '.join(known)}"
    do = advice(str(written), known=known)
    problems.append(ProjectError(problem, code=UNKNOWN, do=do, at=at))
    return None


def refuse_more_than(product: str, columns: Iterable[Column]) -> Iterator[ProjectError]:
    """A problem for each column that is more sensitive than its product is said to be."""
    if product not in _MORE_AND_MORE:
        return
    most = _MORE_AND_MORE.index(Sensitivity(product))
    for column in columns:
        if column.sensitivity and _MORE_AND_MORE.index(column.sensitivity) > most:
            yield ProjectError(
                f"'{column.name}' is {column.sensitivity.value} and its product is {product}",
                code=MORE_THAN_ITS_PRODUCT,
                do=f"say that the product is {column.sensitivity.value}, or take the column out",
                at=column.at,
            )
