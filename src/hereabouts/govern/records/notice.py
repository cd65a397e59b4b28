"""The privacy notice of one domain, in plain English.

Source:
    UK GDPR, Articles 13 and 14, 12(1) for its plain language, 15 to 22 for rights; Data Protection
    Act 2018, section 164A (complaints to the controller), added by the Data (Use and Access) Act
    2025.
"""

from collections.abc import Iterator

from hereabouts.govern.records.article30 import ORGANISATIONS, collected_from, transfers
from hereabouts.govern.records.known import Known, custom
from hereabouts.govern.records.rights import rights
from hereabouts.govern.records.said import day, listed, sentence
from hereabouts.govern.records.writing import (
    Block,
    Bullets,
    Gap,
    Kind,
    Record,
    Section,
    Words,
    or_gap,
)
from hereabouts.model.lawful import (
    CONSENT,
    CONTRACT,
    LEGAL_DUTY,
    LEGITIMATE_INTERESTS,
    PUBLIC_TASK,
    RECOGNISED_INTERESTS,
    basis_words,
    condition_words,
)
from hereabouts.model.product import Product

ICO = "the Information Commissioner: ico.org.uk, or 0303 123 1113"
#: Point of Article 6(1) -> why it is allowed, to the person it is about.
_ALLOWED = {
    CONSENT: "You said yes.",
    CONTRACT: "We need it to do what we agreed with you.",
    LEGAL_DUTY: "The law says that we must.",
    "6(1)(d)": "It helps to save a life.",
    PUBLIC_TASK: "It is part of a task that the law gives us.",
    RECOGNISED_INTERESTS: "The law lists it as a good reason, such as keeping people safe.",
    LEGITIMATE_INTERESTS: "We have a good reason, and it does not outweigh your rights.",
}


def privacy_notice(known: Known, domain: str) -> Record:
    """What people are told about the data of a domain that is about them."""
    products = known.of_domain(domain)
    who = known.controller(domain)
    title = who.title if who else known.project.place.title
    return Record(
        kind=Kind.PRIVACY_NOTICE,
        name=domain,
        title=f"Privacy notice: {domain.replace('_', ' ')}",
        lead=f"How {title} uses data about you, and what you can ask of us.",
        sections=(
            Section(heading="Who we are", blocks=tuple(_who(known, domain))),
            *(_use(known, one) for one in products),
            Section(heading="Your rights", blocks=tuple(rights(products))),
            Section(heading="If you are not happy", blocks=tuple(_complain(known, domain))),
        ),
    )


def _who(known: Known, domain: str) -> Iterator[Block]:
    found = known.controller(domain)
    if found is None:
        yield Gap(ask=f"who is the controller of {domain}", where=f"domains in {ORGANISATIONS}")
        return
    yield f"{found.title} decides how this data is used. The law calls us the controller."
    where = f"{found.id}.{{}} in {ORGANISATIONS}"
    yield _reach("Write to us at", found.contact, found.title, where.format("contact"))
    officer = found.data_protection_officer
    yield _reach(
        "Our data protection officer looks after your rights:",
        officer,
        f"the data protection officer of {found.title}",
        where.format("data_protection_officer"),
    )


def _reach(words: str, address: str, whom: str, where: str) -> Words:
    return f"{words} {address}." if address else Gap(ask=f"how to reach {whom}", where=where)


def _use(known: Known, product: Product) -> Section:
    contract = product.contract
    return Section(heading=contract.title, blocks=tuple(_said_of(known, product)))


def _said_of(known: Known, product: Product) -> Iterator[Block]:
    contract, handling = product.contract, product.handling
    yield f"Why we use it. {sentence(contract.purpose)}"
    yield from _why_allowed(product)
    whom = or_gap(handling.data_subjects, f"whom {product.id} is about",
                  where=custom(product, "dataSubjects"))  # fmt: skip
    yield whom if isinstance(whom, Gap) else f"Whom it is about. {sentence(whom)}"
    yield "What we hold:"
    yield Bullets(items=tuple(column.title for column in contract.columns))
    yield _told("Where it comes from.", collected_from(product))
    yield from _shared(known, product)
    yield _told("Outside the United Kingdom.", transfers(product))
    yield _told("How long we keep it.", known.retention(product))
    yield _told("Choices made by a machine alone.", _automated(product))


def _told(words: str, said: Words) -> Words:
    return said if isinstance(said, Gap) else f"{words} {sentence(said)}"


def _automated(product: Product) -> Words:
    where = custom(product, "automatedDecisions")
    ask = f"whether a machine alone decides anything about people from {product.id}"
    return or_gap(product.handling.automated_decisions, ask, where=where)


def _why_allowed(product: Product) -> Iterator[Words]:
    """The basis, the condition, and what some bases ask to be added."""
    handling = product.handling
    basis = handling.lawful_basis
    if not basis:
        where = custom(product, "lawfulBasis")
        yield Gap(ask=f"the lawful basis of {product.id}", where=where)
        return
    yield f"Why we may. {_ALLOWED.get(basis, '')} The law: UK GDPR, {basis_words(basis)}."
    if handling.power:
        yield f"The task comes from: {sentence(handling.power)}"
    if handling.condition:
        yield (
            "It says private things about you, such as your health. We may hold it under"
            f" UK GDPR, {condition_words(handling.condition)}."
        )
    if basis == LEGITIMATE_INTERESTS:
        ask = f"which legitimate interests {product.id} serves"
        where = custom(product, "legitimateInterests")
        yield _told("Our reason.", or_gap(handling.interests, ask, where=where))


def _shared(known: Known, product: Product) -> Iterator[Block]:
    named = product.handling.recipients
    agreements = known.agreements(product.id)
    if not agreements and not named:
        yield "Who else sees it. Nobody, as far as we have agreed."
        return
    yield "Who else sees it:"
    yield Bullets(
        items=(
            *((sentence(named),) if named else ()),
            *(
                f"{listed(known.titles(one.recipients))}, until {day(one.ends_on)}."
                for one in agreements
            ),
        )
    )


def _complain(known: Known, domain: str) -> Iterator[Block]:
    found = known.controller(domain)
    if found is not None and found.contact:
        yield f"Tell us first: {found.contact}. We will answer you."
    else:
        yield Gap(ask="how people complain to the controller", where=ORGANISATIONS)
    yield f"You can also tell {ICO}."
