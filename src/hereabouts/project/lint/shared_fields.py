"""P516 A column that has the name of a field of dictionary.yml has its type and its unit.

Why: products that share a field are joined and compared by it. A unit may be left out, for the
dictionary says it.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.dictionary import SharedField
from hereabouts.model.product import Column
from hereabouts.project.draft import Draft

CODE = "P516"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column that says otherwise than the dictionary."""
    fields = draft.dictionary.fields
    for product in draft.products.values():
        for column in product.contract.columns:
            if field := fields.get(column.name):
                for words in _differences(column, field):
                    yield ProjectError(
                        f"column {column.name!r} {words}",
                        code=CODE,
                        do="say here what the dictionary says, or give the column another name",
                        at=column.at,
                    )


def _differences(column: Column, field: SharedField) -> Iterator[str]:
    if column.type is not field.type:
        yield f"is {column.type.value} here, and {field.type.value} in dictionary.yml"
    if column.unit and column.unit != field.unit:
        said = f"in {field.unit}" if field.unit else "without a unit"
        yield f"is in {column.unit} here, and {said} in dictionary.yml"
