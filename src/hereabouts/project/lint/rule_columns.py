"""P322 The columns that a quality rule names are columns of its table.

Why: a rule about a column that is not there can never fail.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P322"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column in a rule's `properties` that the contract lacks."""
    for product in draft.products.values():
        known = [column.name for column in product.contract.columns]
        for rule in product.contract.rules:
            for name in rule.arguments.get("properties", ()):
                if name not in known:
                    yield unknown_name("column", name, known=known, code=CODE, at=rule.at)
