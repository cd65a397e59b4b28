"""P402 The contract of a converted product has the columns that the conversion makes.

Why: a key that the contract leaves out would make several rows of one, and a column that the
conversion does not make could only be empty. `status` may be left out.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.conversion import STATUS
from hereabouts.project.draft import Draft
from hereabouts.project.lint.conversions import conversions

CODE = "P402"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column that is on one side only."""
    for product, conversion in conversions(draft):
        made = [conversion.to, *conversion.keys, *conversion.columns]
        for name in made:
            if product.contract.column(name) is None:
                yield ProjectError(
                    f"the conversion makes {name!r}, which the contract does not have",
                    code=CODE,
                    do="add it to the contract, or take it out of convert.yml",
                    at=conversion.at,
                )
        for column in product.contract.columns:
            if column.name not in {*made, STATUS}:
                yield ProjectError(
                    f"the conversion does not make {column.name!r}",
                    code=CODE,
                    do="name it in `columns` (a count), `keys` (kept as it is) or `to` (the new"
                    " area), or take it out of the contract",
                    at=column.at,
                )
