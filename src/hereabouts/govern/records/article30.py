"""The record of processing activities.

Source:
    UK GDPR, Article 30(1) for controllers and 30(2) for processors; Information Commissioner's
    Office, documentation guidance.
"""

from collections.abc import Iterator

from hereabouts.govern.records.known import (
    Known,
    column_words,
    contract_of,
    custom,
    is_personal,
)
from hereabouts.govern.records.said import day, listed, sentence
from hereabouts.govern.records.security import security
from hereabouts.govern.records.writing import (
    Bullets,
    Gap,
    Kind,
    Record,
    Section,
    Table,
    Words,
    facts,
    or_gap,
)
from hereabouts.model.lawful import basis_words, condition_words
from hereabouts.model.organisation import Organisation
from hereabouts.model.product import Product

ORGANISATIONS = "organisations.yml"


def article_30(known: Known) -> Record:
    """Every product about people: whose, why, of whom, to whom and for how long."""
    place = known.project.place
    return Record(
        kind=Kind.ARTICLE_30,
        name="",
        title=f"Record of processing activities: {place.title}",
        lead="What personal data is held, why, and who receives it, as Article 30 of the UK GDPR"
        " asks.",
        sections=(
            Section(heading="Who answers for it", blocks=(controllers(known),)),
            *(_activity(known, one) for one in known.personal),
            _for_others(known),
            Section(heading="How it is kept safe (Article 32)", blocks=(security(known),)),
            _not_personal(known),
        ),
    )


def controllers(known: Known, domains: tuple[str, ...] = ()) -> Table:
    """The controller of each domain that holds personal data, and its officer."""
    wanted = domains or tuple(dict.fromkeys(one.domain for one in known.personal))
    return Table(
        caption="Controllers",
        heads=("Domain", "Controller", "Contact", "Data protection officer", "ICO registration"),
        rows=tuple(_controller(known, domain) for domain in wanted),
    )


def _controller(known: Known, domain: str) -> tuple[Words, ...]:
    found = known.controller(domain)
    if found is None:
        gap = Gap(ask=f"who is the controller of {domain}", where=f"domains in {ORGANISATIONS}")
        return (domain, gap, "", "", "")
    return (
        domain,
        found.title,
        _of(found, found.contact, "contact"),
        _of(found, found.data_protection_officer, "data_protection_officer"),
        _of(found, found.ico_registration, "ico_registration"),
    )


def _of(organisation: Organisation, said: str, key: str) -> Words:
    what = f"the {key.replace('_', ' ')} of {organisation.title}"
    return or_gap(said, what, where=f"{organisation.id}.{key} in {ORGANISATIONS}")


def processing(known: Known, product: Product) -> Table:
    """What Article 30(1) asks of one activity."""
    handling, contract = product.handling, product.contract
    return facts(
        contract.title,
        ("Purpose", sentence(contract.purpose)),
        ("Lawful basis", lawful_basis(product)),
        ("Special category condition", condition_words(handling.condition) or NO_CONDITION),
        ("Law that gives the task", or_gap(*_power(product), where=custom(product, "legalPower"))),
        ("Whom it is about", data_subjects(product)),
        ("Where it comes from", collected_from(product)),
        ("Other recipients", handling.recipients or "None is named."),
        ("Transfers to other countries", transfers(product)),
        ("How long it is kept", known.retention(product)),
        ("Owner", or_gap(contract.owner, "who owns it", where=f"team in {contract_of(product)}")),
        ("Impact assessment", or_gap(handling.dpia, "where the impact assessment is",
                                     where=custom(product, "dpia"))),
    )  # fmt: skip


NO_CONDITION = "None is named: the contract says of no special category that it is held."


def lawful_basis(product: Product) -> Words:
    """The point of Article 6."""
    said = basis_words(product.handling.lawful_basis)
    return or_gap(said, f"the lawful basis of {product.id}", where=custom(product, "lawfulBasis"))


def data_subjects(product: Product) -> Words:
    """Whom it is about."""
    ask = f"whom {product.id} is about"
    return or_gap(product.handling.data_subjects, ask, where=custom(product, "dataSubjects"))


def collected_from(product: Product) -> Words:
    """Who gave it; for what is derived, the products that it is made from."""
    if product.handling.collected_from:
        return product.handling.collected_from
    if product.source is None and product.made_from:
        return f"Made from {listed(product.made_from)}."
    ask = f"who gives {product.id}"
    return Gap(ask=ask, where=custom(product, "collectedFrom"))


def transfers(product: Product) -> Words:
    """To which countries outside the United Kingdom it goes, and how it is protected there."""
    ask = f"whether {product.id} leaves the United Kingdom, and under which safeguard"
    return or_gap(product.handling.transfers, ask, where=custom(product, "transfers"))


def recipients(known: Known, product: Product) -> Table:
    """Who receives it under which agreement, and until when."""
    return Table(
        caption=f"Recipients of {product.contract.title} under agreements",
        heads=("Recipient", "Agreement", "Until", "Lawful basis"),
        rows=tuple(
            (title, one.title, day(one.ends_on), basis_words(one.lawful_basis))
            for one in known.agreements(product.id)
            for title in known.titles(one.recipients)
        ),
    )


def _power(product: Product) -> tuple[str, str]:
    return product.handling.power, f"the law under which {product.id} is held"


def _activity(known: Known, product: Product) -> Section:
    return Section(
        heading=f"{product.contract.title} ({product.id})",
        blocks=(processing(known, product), *_who_receives(known, product), _categories(product)),
    )


def _who_receives(known: Known, product: Product) -> Iterator[Table | str]:
    table = recipients(known, product)
    yield table if table.rows else "No agreement in force lets anybody else use it."


def _categories(product: Product) -> Bullets:
    """The categories of personal data: what its columns hold."""
    return Bullets(items=tuple(column_words(column) for column in product.contract.columns))


def _for_others(known: Known) -> Section:
    """Article 30(2): what the keeper of the platform holds for other controllers."""
    own, others = known.own(), []
    for product in known.personal:
        controller = known.controller(product.domain)
        if controller is not None and own is not None and controller.id != own.id:
            others.append((product.contract.title, controller.title, "Holding, linking, counting"))
    heading = "What is held for other controllers (Article 30(2))"
    if own is None:
        where = "an organisation of organisations.yml that is called what place.yml says"
        gap = Gap(ask="which organisation keeps this platform", where=where)
        return Section(heading=heading, blocks=(gap,))
    if not others:
        return Section(heading=heading, blocks=(f"{own.title} holds none for others.",))
    heads = ("Product", "Controller", "Categories of processing")
    table = Table(caption=f"Held by {own.title}", heads=heads, rows=tuple(others))
    return Section(heading=heading, blocks=(table,))


def _not_personal(known: Known) -> Section:
    count = sum(not is_personal(one) for one in known.project.products.values())
    words = (
        f"{count:,} of {len(known.project.products):,} products are not about people who could be"
        " told apart, as their contracts say, and are not in this record."
    )
    return Section(heading="What is left out", blocks=(words,))
