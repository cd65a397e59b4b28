"""Who decides about a request: the approvers that the product's contract names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hereabouts.model.stewardship import Stewardship

_ADDRESS = re.compile(r"[^@\s,;:<>\"]{1,64}@[A-Za-z0-9.-]{1,250}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approvers:
    """E-mail addresses at each level. A level that names nobody is the domain's owners'."""

    first: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()
    levels: int = 1

    def at(self, level: int) -> frozenset[str]:
        """Who is named at a level, 1 or 2; empty where the domain's owners are meant."""
        return self.first if level == 1 else self.second


def approvers_of(stewardship: Stewardship) -> Approvers:
    """Who the roles of a contract name to approve reading; both levels of any such role."""
    first = _addresses(role.first_approvers for role in stewardship.roles)
    second = _addresses(role.second_approvers for role in stewardship.roles)
    asks_twice = any(role.second_approvers.strip() for role in stewardship.roles)
    return Approvers(first=first, second=second, levels=2 if asks_twice else 1)


def is_requestable(stewardship: Stewardship) -> bool:
    """Whether the contract says who may be asked for the product: it has a role to ask for."""
    return bool(stewardship.roles)


def _addresses(written: Iterable[str]) -> frozenset[str]:
    return frozenset(found.casefold() for text in written for found in _ADDRESS.findall(text))
