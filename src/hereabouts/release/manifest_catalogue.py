"""What release.json says for the catalogue: people, promises, versions, and who shares what."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedMember:
    """One of a product's team. `name` is never an e-mail address."""

    role: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedAccess:
    """Who may use a product, and who says so."""

    role: str
    access: str
    description: str
    approvers: tuple[str, ...]  # the first level before the second; never an e-mail address


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPromise:
    """One service level, as the contract has it: `retention`, `7 y`."""

    name: str
    value: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedVersion:
    """A contract as it was first released, and how its columns differ from those before."""

    version: str
    release: int
    released_at: datetime
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPast:
    """How a product stood when it was made or refused."""

    at: datetime
    outcome: str  # made | refused
    rating: str | None
    score: float | None  # 0 to 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedOrganisation:
    """An organisation that answers for products, or receives them."""

    id: str
    title: str
    kind: str
    code: str  # GSS or ODS
    uri: str
    contact: str
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedShare:
    """How much of a product an agreement opens."""

    product: str
    columns: tuple[str, ...]  # what they are called; empty for every ordinary one
    areas: int | None  # how many areas' rows; None for all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedReads:
    """How often data was read by an agreement in one month that was over."""

    month: date  # its first day
    count: int | None  # None for 1 to 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedAgreement:
    """What a data sharing agreement says of itself, without the people who signed it."""

    id: str
    title: str
    providers: tuple[str, ...]  # ids of organisations
    recipients: tuple[str, ...]
    purposes: tuple[str, ...]  # in words
    objective: str
    lawful_basis: str
    special_category_condition: str
    power: str
    products: tuple[str, ...]
    retention: str
    starts_on: date
    ends_on: date
    review_on: date
    revoked_on: date | None
    benefits: str = ""
    method: str = ""
    disposal: str = ""
    assessed: bool = False  # whether it names an impact assessment
    shared: tuple[ReleasedShare, ...] = ()
    reads: tuple[ReleasedReads, ...] = ()  # oldest first; a month without any is left out


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedSection:
    """A part of a privacy notice: paragraphs, and lists of items."""

    heading: str
    blocks: tuple[str | tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedNotice:
    """What people are told about the data of a domain that is about them."""

    domain: str
    title: str
    lead: str
    sections: tuple[ReleasedSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedDefinition:
    """A rule for who is seen often, in words."""

    name: str
    title: str
    term: str
    agency: str
    agreed: bool
    rule: str
    why: str
    source: str
