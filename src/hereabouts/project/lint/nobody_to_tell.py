"""P377 Where owners are told by e-mail, every product has an owner with an address.

Why: a notice about a product that nobody gets is a fault that nobody mends.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P377"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product whose contract has no address, where one is needed."""
    mail = draft.notices.mail if draft.notices else None
    if mail is None or mail.to:
        return
    for product in draft.products.values():
        if not product.contract.contacts:
            yield ProjectError(
                f"notices.yml writes to owners, and the contract of {product.id!r} has no address",
                code=CODE,
                do="add `members: [{username: name@example.org, role: owner}]` to its `team:`",
                at=draft.at(product.at, "team"),
            )
