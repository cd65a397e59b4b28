"""What is known of products, organisations, agreements and grants when a decision is taken."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from hereabouts.govern.requests.routing import Approvers, approvers_of, is_requestable
from hereabouts.model.agreement import EVERYTHING, Agreement
from hereabouts.model.grant import Grant
from hereabouts.model.organisation import Organisation
from hereabouts.model.product import Product
from hereabouts.model.sensitivity import Sensitivity

LOCAL_TIME = ZoneInfo("Europe/London")  # the days of agreements are days there


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFacts:
    """What of a product a decision depends on."""

    id: str
    domain: str
    controller: str  # organisation; empty where nobody is said to be
    sensitivity: Sensitivity
    columns: tuple[str, ...]
    identifiers: frozenset[str]  # columns that stand for one person
    title: str = ""
    approvers: Approvers = field(default_factory=Approvers)
    is_requestable: bool = False

    @property
    def is_open(self) -> bool:
        """Whether anybody may have it."""
        return self.sensitivity is Sensitivity.OPEN

    @property
    def ordinary(self) -> tuple[str, ...]:
        """The columns that `*` opens: an identifier is opened only by its name."""
        return tuple(name for name in self.columns if name not in self.identifiers)

    def named(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Those columns by name, where `*` may stand for the ordinary ones."""
        listed = tuple(columns)
        found = {*listed, *self.ordinary} if EVERYTHING in listed else set(listed)
        return tuple(name for name in self.columns if name in found)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A snapshot. Nothing in it changes; a newer one takes its place."""

    products: Mapping[str, ProductFacts]
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    purposes: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)  # id -> title

    @cached_property
    def by_recipient(self) -> Mapping[tuple[str, str], tuple[Agreement, ...]]:
        """Agreements by recipient and product: the few that could open it to somebody."""
        found: dict[tuple[str, str], list[Agreement]] = {}
        for agreement in self.agreements.values():
            for recipient in agreement.recipients:
                for shared in agreement.products:
                    found.setdefault((recipient, shared.product), []).append(agreement)
        return {key: tuple(listed) for key, listed in found.items()}


def facts_of(
    *,
    products: Mapping[str, Product],
    organisations: Mapping[str, Organisation],
    purposes: Mapping[str, str],
    agreements: Mapping[str, Agreement],
) -> Facts:
    """The facts that a project folder says."""
    controllers = _controllers(organisations)
    return Facts(
        products={one.id: _product(one, controllers) for one in products.values()},
        agreements=agreements,
        purposes=purposes,
        organisations={one.id: one.title for one in organisations.values()},
    )


def _controllers(organisations: Mapping[str, Organisation]) -> Mapping[str, str]:
    """Domain to the organisation that answers for it: nobody where two say so."""
    claimed = [(domain, one.id) for one in organisations.values() for domain in one.domains]
    claims = Counter(domain for domain, _ in claimed)
    return {domain: who for domain, who in claimed if claims[domain] == 1}


def begins(agreement: Agreement) -> datetime:
    """The first moment of its first day."""
    return _midnight(agreement.starts_on)


def last_moment(agreement: Agreement) -> datetime:
    """The first moment after its last day."""
    return _midnight(agreement.ends_on + timedelta(days=1))


def ends(agreement: Agreement) -> datetime:
    """The first moment at which it does not hold any more: after its last day, or revoked."""
    over = last_moment(agreement)
    return min(over, revoked_from(agreement) or over)


def revoked_from(agreement: Agreement) -> datetime | None:
    """The first moment of the day it was revoked from, or None."""
    return _midnight(agreement.revoked_on) if agreement.revoked_on else None


def in_force(grant: Grant, now: datetime) -> bool:
    """Whether the grant holds now."""
    return not grant.revoked and grant.starts <= now < grant.ends


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL_TIME).astimezone(UTC)


def _product(product: Product, controllers: Mapping[str, str]) -> ProductFacts:
    contract = product.contract
    return ProductFacts(
        id=product.id,
        domain=product.domain,
        controller=controllers.get(product.domain, ""),
        sensitivity=contract.sensitivity,
        columns=tuple(column.name for column in contract.columns),
        title=contract.title,
        approvers=approvers_of(contract.stewardship),
        is_requestable=is_requestable(contract.stewardship),
        identifiers=frozenset(
            column.name for column in contract.columns if column.sensitivity is Sensitivity.PERSONAL
        ),
    )
