"""What the platform knows that bears on each topic. It counts, and judges nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from hereabouts.govern.records.known import Known, is_personal
from hereabouts.model.agreement import AgreementStatus
from hereabouts.model.product import Product
from hereabouts.model.project import Project
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.model.term import slug_of
from hereabouts.release.manifest_model import ReleaseManifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact. Where `of` is given, `count` is how many of so many."""

    what: str
    count: int | None  # None where it is not known
    of: int | None = None

    @property
    def said(self) -> str:
        """`12 of 26 (46%)`, `3`, or that it is not known."""
        if self.count is None:
            return "not known"
        if self.of is None:
            return f"{self.count:,}"
        if not self.of:
            return "there are none"
        return f"{self.count:,} of {self.of:,} ({round(100 * self.count / self.of)}%)"


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who may sign in, and how many of them have training that is in date."""

    count: int
    trained: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where evidence is looked for. What is None is not known."""

    known: Known
    release: ReleaseManifest | None = None  # the newest open one
    people: People | None = None

    @property
    def project(self) -> Project:
        """The project."""
        return self.known.project

    @property
    def today(self) -> date:
        """The day."""
        return self.known.today


def evidence_of(topic: str, found: Found) -> tuple[Evidence, ...]:
    """What is known of a topic; of some, little."""
    return tuple(_BY_TOPIC[topic](found))


def _share(what: str, all_of: Iterable[Any], having: Callable[[Any], object]) -> Evidence:
    listed = list(all_of)
    return Evidence(what=what, count=sum(bool(having(one)) for one in listed), of=len(listed))


def _engaging(found: Found) -> Iterator[Evidence]:
    project, release = found.project, found.release
    open_ones = [p for p in project.products.values() if _sensitivity(p) is Sensitivity.OPEN]
    yield _share("open products with a licence", open_ones, lambda one: one.contract.licence)
    yield _share(
        "agreements in force", project.agreements.values(),
        lambda one: one.status(found.today) is AgreementStatus.IN_FORCE,
    )  # fmt: skip
    yield Evidence(
        what="days since the newest open release",
        count=(found.today - release.made_at.date()).days if release else None,
    )
    yield Evidence(
        what="privacy notices published", count=len(release.notices) if release else None
    )


def _skills(found: Found) -> Iterator[Evidence]:
    people = found.people
    yield Evidence(
        what="people who may sign in and whose training is in date",
        count=people.trained if people else None,
        of=people.count if people else None,
    )


def _systems(found: Found) -> Iterator[Evidence]:
    products = found.project.products.values()
    received = [one for one in products if one.source]
    yield _share("products that are fetched, not put in a folder by hand", received, _is_fetched)
    made = [one for one in products if one.model]
    yield _share("products with examples that test how they are made", made, lambda p: p.examples)


def _is_fetched(product: Product) -> bool:
    parts = product.source.parts if product.source else ()
    return all("path" not in way.location for part in parts for way in part.ways)


def _knowing(found: Found) -> Iterator[Evidence]:
    project = found.project
    yield Evidence(what="products with a contract", count=len(project.products))
    columns = [column for p in project.products.values() for column in p.contract.columns]
    words = {slug_of(name) for term in project.terms.values() for name in term.names}
    yield _share(
        "columns that a contract, the dictionary or the glossary explains", columns,
        lambda one: one.description or one.name in project.dictionary.fields
        or {slug_of(one.title), slug_of(one.name)} & words,
    )  # fmt: skip
    yield _share("glossary terms with an owner", project.terms.values(), lambda one: one.owner)
    yield _share(
        "definitions that all agree on", project.definitions.values(), lambda one: one.agreed
    )


def _decisions(found: Found) -> Iterator[Evidence]:
    indicators = found.project.indicators.values()
    yield _share("indicators that say why they matter", indicators, lambda one: one.why)
    yield _share(
        "indicators compared with something", indicators, lambda one: one.compare_to or one.spc
    )
    yield Evidence(what="pages made for readers", count=len(found.project.pages))


def _ethics(found: Found) -> Iterator[Evidence]:
    personal = [one for one in found.project.products.values() if is_personal(one)]
    yield _share(
        "products about people with a lawful basis", personal, lambda p: p.handling.lawful_basis
    )
    yield _share("products about people with an impact assessment", personal,
                 lambda one: one.handling.dpia)  # fmt: skip
    yield _share("agreements with an impact assessment, or none needed",
                 found.project.agreements.values(),
                 lambda one: one.dpia or not one.dpia_needed)  # fmt: skip


def _managing(found: Found) -> Iterator[Evidence]:
    kept = [p for p in found.project.products.values() if _sensitivity(p) is not Sensitivity.OPEN]
    yield _share("products that are not open under a retention schedule", kept,
                 lambda one: found.known.schedule(one.id))  # fmt: skip
    products = found.release.products if found.release else ()
    if not products:
        yield Evidence(what="products whose quality is measured", count=None)
        return
    yield _share("released products whose quality is measured", products,
                 lambda one: one.quality and one.quality.rating)  # fmt: skip
    yield _share("released products rated green", products,
                 lambda one: one.quality and one.quality.rating == "green")  # fmt: skip


def _protecting(found: Found) -> Iterator[Evidence]:
    measures, project = found.known.measures, found.project
    yield Evidence(what="audit logs whose chain holds", count=int(measures.chained_log), of=1)
    yield Evidence(what="sites whose people show a second factor",
                   count=int(measures.second_factor), of=1)  # fmt: skip
    yield _share(
        "disclosure policies not overdue for review", project.policies.values(),
        lambda one: not one.is_overdue(found.today),
    )  # fmt: skip


def _direction(found: Found) -> Iterator[Evidence]:
    maturity = found.project.maturity
    judged = maturity.topics.values() if maturity else ()
    actions = [action for said in judged for one in said for action in one.actions]
    yield _share("actions of maturity.yml that are done", actions, lambda one: one.done_on)
    yield Evidence(
        what="actions of maturity.yml that are overdue",
        count=sum(one.is_overdue(found.today) for one in actions),
    )


def _responsibility(found: Found) -> Iterator[Evidence]:
    products = found.project.products.values()
    yield _share("products with an owner", products, lambda one: one.contract.owner)
    domains = dict.fromkeys(one.domain for one in products)
    yield _share("domains with a controller", domains, found.known.controller)
    standing = [
        one for one in found.project.agreements.values()
        if one.status(found.today) is AgreementStatus.IN_FORCE
    ]  # fmt: skip
    yield _share("agreements in force not overdue for review", standing,
                 lambda one: one.review_on >= found.today)  # fmt: skip


def _sensitivity(product: Product) -> Sensitivity:
    return product.contract.sensitivity


_BY_TOPIC: dict[str, Callable[[Found], Iterator[Evidence]]] = {
    "engaging_with_others": _engaging,
    "skills_and_knowledge": _skills,
    "systems": _systems,
    "knowing_your_data": _knowing,
    "decisions": _decisions,
    "ethics": _ethics,
    "managing_data": _managing,
    "protecting_data": _protecting,
    "direction": _direction,
    "responsibility": _responsibility,
}
