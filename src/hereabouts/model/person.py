"""A person who has signed in, as an access decision sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to a domain: the products of one team."""

    READER = "reader"  # reads what agreements and grants open
    ANALYST = "analyst"  # works with the detail
    STEWARD = "steward"  # keeps the products right
    OWNER = "owner"  # answers for them, and approves
    AUDITOR = "auditor"  # reads the audit log, and no data


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks. `id` never changes and says nothing of who it is."""

    id: str
    organisation: str  # id in organisations.yml
    roles: Mapping[str, frozenset[Role]] = field(default_factory=dict)  # domain -> roles; * is all
    training_valid_to: date | None = None  # of training in handling information

    def is_a(self, role: Role, *, domain: str) -> bool:
        """Whether they have the role in the domain, or in every domain."""
        return any(role in self.roles.get(where, frozenset()) for where in (domain, "*"))
