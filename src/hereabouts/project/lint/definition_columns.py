"""P414 A column that a definition names is a column of its events.

Why: whom a rule finds hangs on these columns, and a rule over a wrong one finds nobody.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.definition import Definition
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name
from hereabouts.project.yaml_text import Step

CODE = "P414"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column that the product of the events does not have."""
    for definition in draft.definitions.values():
        product = draft.products.get(definition.events.product)
        if product is None:
            continue
        known = [column.name for column in product.contract.columns]
        for name, steps in _named(definition):
            if name not in known:
                at = draft.at(definition.at, *steps)
                kind = f"column of {product.id}:"
                yield unknown_name(kind, name, known=known, code=CODE, at=at)


def _named(definition: Definition) -> Iterator[tuple[str, tuple[Step, ...]]]:
    yield definition.events.time, ("events", "time")
    yield from ((name, ("events", "where")) for name in definition.events.where_columns)
    yield definition.entity.column, ("entity", "column")
    yield from ((limit.column, (key, "column")) for key, limit in definition.ages)
