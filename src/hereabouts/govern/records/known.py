"""What of a project folder the records are written from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hereabouts.govern.records.said import day, sentence, span
from hereabouts.govern.records.writing import Gap, Words
from hereabouts.model.agreement import Agreement, AgreementStatus
from hereabouts.model.organisation import Organisation
from hereabouts.model.product import Column, Product
from hereabouts.model.project import Project
from hereabouts.model.retention import RetentionSchedule, Then
from hereabouts.model.sensitivity import Sensitivity

STANDS = (AgreementStatus.IN_FORCE, AgreementStatus.COMING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What keeps data safe here, as it was found to be and not as it should be."""

    second_factor: bool = False  # people sign in, and show a second factor
    encrypted_in_transit: bool = False  # the site's address is https
    chained_log: bool = False  # there is an audit log, and its chain holds
    access_policies: bool = False  # the project has its own, beside those of the platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A project on one day, and how its data is kept safe."""

    project: Project
    today: date
    measures: Measures = Measures()

    @property
    def personal(self) -> tuple[Product, ...]:
        """The products that are about people who could be told apart."""
        return tuple(one for one in self.project.products.values() if is_personal(one))

    def of_domain(self, domain: str) -> tuple[Product, ...]:
        """Its personal products."""
        return tuple(one for one in self.personal if one.domain == domain)

    def controller(self, domain: str) -> Organisation | None:
        """The organisation that answers for a domain, or None where none is named."""
        organisations = self.project.organisations.values()
        return next((one for one in organisations if domain in one.domains), None)

    def own(self) -> Organisation | None:
        """The organisation that keeps the platform, where organisations.yml has it."""
        name = self.project.place.look.organisation.casefold()
        organisations = self.project.organisations.values()
        return next((one for one in organisations if one.title.casefold() == name), None)

    def titles(self, ids: Iterable[str]) -> list[str]:
        """What organisations are called."""
        found = self.project.organisations
        return [found[name].title if name in found else name for name in ids]

    def purposes(self, names: Iterable[str]) -> list[str]:
        """What purposes are, in sentences."""
        return [sentence(self.project.purposes.get(name, name)) for name in names]

    def agreements(self, product_id: str) -> tuple[Agreement, ...]:
        """Those about a product that are in force, or will be."""
        return tuple(
            one
            for one in self.project.agreements.values()
            if one.product(product_id) and one.status(self.today) in STANDS
        )

    def schedule(self, product_id: str) -> RetentionSchedule | None:
        """The retention schedule that covers a product, or None."""
        schedules = self.project.schedules.values()
        return next((one for one in schedules if one.covers(product_id)), None)

    def retention(self, product: Product) -> Words:
        """How long it is kept, and by which rule."""
        schedule = self.schedule(product.id)
        if schedule is not None:
            return _kept(schedule)
        promised = next(
            (p.value for p in product.contract.stewardship.promises if p.name == "retention"), ""
        )
        if promised:
            return f"{span(promised)}, as the contract promises. No schedule carries it out."
        if product.contract.sensitivity is Sensitivity.OPEN:
            return "As long as it is of use: it is open, and no rule is named."
        return Gap(
            ask=f"how long {product.id} is kept, and why",
            where=f"policies/retention/, or slaProperties.retention in {contract_of(product)}",
        )

    def where_used(self, product_id: str) -> tuple[str, ...]:
        """The indicators that are made from a product, through others too."""
        return tuple(
            one.id
            for one in self.project.indicators.values()
            if product_id in self._upstream(one.products)
        )

    def _upstream(self, products: Sequence[str]) -> set[str]:
        found: set[str] = set()
        waiting = list(products)
        while waiting:
            name = waiting.pop()
            if name in self.project.products and name not in found:
                found.add(name)
                waiting.extend(self.project.products[name].made_from)
        return found


def is_personal(product: Product) -> bool:
    """Whether it is about people who could be told apart."""
    return product.contract.sensitivity is Sensitivity.PERSONAL


def contract_of(product: Product) -> str:
    """The path of its contract."""
    return product.contract.at.path


def custom(product: Product, name: str) -> str:
    """Where a property of its contract is to be said."""
    return f"customProperties.{name} in {contract_of(product)}"


def column_words(column: Column) -> str:
    """Its title and what it means."""
    return f"{column.title}: {sentence(column.description)}" if column.description else column.title


def approvers(product: Product) -> list[str]:
    """Who says who may use it."""
    roles = product.contract.stewardship.roles
    named = [name for one in roles for name in (one.first_approvers, one.second_approvers)]
    return [name for name in dict.fromkeys(named) if name]


def _kept(schedule: RetentionSchedule) -> str:
    then = "archived, then deleted" if schedule.then is Then.ARCHIVE else "deleted"
    from_what = (
        f"the day in {schedule.column}" if schedule.column else _MOMENTS[schedule.counted_from]
    )
    return (
        f"{span(schedule.keep)} from {from_what}, then {then}: {schedule.authority}."
        f" To be looked at again on {day(schedule.review_on)}."
    )


_MOMENTS = {"received": "the day it came", "made": "the day it was made"}
