"""P541 A contract's special category condition is a point of Article 9(2) of the UK GDPR.

Why: health, ethnicity and the like may be held under these conditions and no others.

Source:
    UK GDPR, Article 9(2).
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.lawful import CONDITIONS
from hereabouts.project.draft import Draft
from hereabouts.project.names import advice

CODE = "P541"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each contract that names another condition."""
    for product in draft.products.values():
        said = product.handling.condition
        if said and said not in CONDITIONS:
            yield ProjectError(
                f"specialCategoryCondition is {said!r}, which is no point of Article 9(2)",
                code=CODE,
                do=advice(said, known=list(CONDITIONS)),
                at=draft.at(product.contract.at, "customProperties"),
            )
