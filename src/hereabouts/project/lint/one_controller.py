"""P534 A domain has one controller, and agreements about its products are made by it.

Why: only who answers for data may share it, and two who both answer for it are none.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P534"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each domain claimed twice or unknown, and each provider of others'."""
    controllers: dict[str, str] = {}
    domains = {product.domain for product in draft.products.values()}
    domains |= {name.partition(".")[0] for kind, name in draft.unread if kind == "product"}
    for organisation in draft.organisations.values():
        for number, domain in enumerate(organisation.domains):
            at = draft.at(organisation.at, organisation.id, "domains", number)
            first = controllers.setdefault(domain, organisation.id)
            if domain not in domains:
                yield unknown_name("domain", domain, known=domains, code=CODE, at=at)
            elif first != organisation.id:
                said = f"{domain!r} has a controller already: {first!r}"
                do = "leave the domain with the one that answers for its products"
                yield ProjectError(said, code=CODE, do=do, at=at)
    yield from _providers(draft, controllers)


def _providers(draft: Draft, controllers: dict[str, str]) -> Iterator[ProjectError]:
    for agreement in draft.agreements.values():
        for number, shared in enumerate(agreement.products):
            controller = controllers.get(shared.product.partition(".")[0])
            if controller and controller not in agreement.providers:
                yield ProjectError(
                    f"{shared.product!r} is {controller}'s, who is not among the providers",
                    code=CODE,
                    do=f"add {controller!r} to `providers`, or leave the product out",
                    at=draft.at(agreement.at, "products", number, "product"),
                )
