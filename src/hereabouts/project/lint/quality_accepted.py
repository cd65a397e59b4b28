"""P361 A product's quality is accepted by the owner that its contract names.

Why: whoever accepts a fault in a figure is the one who answers for the figure.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P361"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each acceptance by somebody else."""
    for product in draft.products.values():
        for acceptance in product.quality.accepted:
            if acceptance.by != product.contract.owner:
                yield ProjectError(
                    f"{acceptance.by!r} is not the owner of {product.id!r}",
                    code=CODE,
                    do=f"let {product.contract.owner!r} accept it, as the contract says",
                    at=acceptance.at,
                )
