"""Who looks after a product, what they promise, and who may use it: the people of a contract."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """One of the team, by role. `name` is as the contract has it and may be an e-mail address."""

    role: str  # owner, data steward, ...; empty where the contract gives none
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRole:
    """Who may use a product, and who says so (ODCS roles)."""

    role: str
    access: str = ""  # read, ...
    description: str = ""
    first_approvers: str = ""
    second_approvers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One service level (ODCS slaProperties)."""

    name: str  # frequency, latency, retention, endOfSupport, ...
    value: str  # as `7 y`, or a date
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stewardship:
    """The team of a contract, its promises, and the way to use the product."""

    team: str = ""  # its name
    members: tuple[TeamMember, ...] = ()  # who are of it now
    roles: tuple[AccessRole, ...] = ()
    promises: tuple[Promise, ...] = ()
    support: tuple[str, ...] = ()  # addresses meant for anyone with a question
