"""P320 A product made from personal data is not called open.

Why: its exact figures are about people. They become open only through a release, as
indicators, under a disclosure policy.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project.draft import Draft
from hereabouts.project.lint.ancestry import made_from

CODE = "P320"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each open product that reads a personal one, however far back."""
    for product in draft.products.values():
        if product.contract.sensitivity is not Sensitivity.OPEN:
            continue
        for other in made_from(draft, product.id):
            if other.contract.sensitivity is Sensitivity.PERSONAL:
                yield ProjectError(
                    f"product {product.id!r} is open and made from {other.id!r}, which is personal",
                    code=CODE,
                    do="say `sensitivity: internal`, and publish indicators made from it",
                    at=draft.at(product.at, "customProperties"),
                )
                break
