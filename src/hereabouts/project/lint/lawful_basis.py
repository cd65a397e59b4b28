"""P540 A contract's lawful basis is a point of Article 6(1) of the UK GDPR.

Why: it is printed in records, notices and agreements; a slip there is a wrong legal statement.

Source:
    UK GDPR, Article 6(1), as amended by the Data (Use and Access) Act 2025.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.lawful import LAWFUL_BASES
from hereabouts.project.draft import Draft
from hereabouts.project.names import advice

CODE = "P540"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each contract that names another basis."""
    for product in draft.products.values():
        said = product.handling.lawful_basis
        if said and said not in LAWFUL_BASES:
            yield ProjectError(
                f"lawfulBasis is {said!r}, which is no point of Article 6(1)",
                code=CODE,
                do=advice(said, known=list(LAWFUL_BASES)),
                at=draft.at(product.contract.at, "customProperties"),
            )
