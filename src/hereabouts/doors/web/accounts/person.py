"""From an account to a person, as access decisions see them."""

from typing import Any

from hereabouts.model.person import Person, Role


def person_of(account: Any) -> Person:
    """The person an account is of, with the roles that it holds."""
    roles: dict[str, set[Role]] = {}
    for held in account.roles_held.all():
        roles.setdefault(held.domain, set()).add(Role(held.role))
    return Person(
        id=str(account.public_id),
        organisation=account.organisation,
        roles={domain: frozenset(held) for domain, held in roles.items()},
        training_valid_to=account.training_valid_to,
    )
