"""The text of a data sharing agreement, to be signed.

Source:
    Information Commissioner's Office, Data sharing: a code of practice (2021), what an agreement
    should say; fields of the Digital Economy Act register.
"""

from collections.abc import Iterator

from hereabouts.govern.records.article30 import ORGANISATIONS
from hereabouts.govern.records.known import Known
from hereabouts.govern.records.said import day, listed, sentence, span
from hereabouts.govern.records.security import security
from hereabouts.govern.records.writing import (
    Block,
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
from hereabouts.model.agreement import EVERYTHING, Agreement, SharedProduct
from hereabouts.model.lawful import basis_words, condition_words
from hereabouts.model.product import Column
from hereabouts.model.sensitivity import Sensitivity

PERSONAL = Sensitivity.PERSONAL


def agreement_text(known: Known, agreement: Agreement) -> Record:
    """Parties, purposes, law, what is shared, until when, and where to sign."""
    between = listed(known.titles((*agreement.providers, *agreement.recipients)))
    return Record(
        kind=Kind.AGREEMENT,
        name=agreement.id,
        title=f"Data sharing agreement: {agreement.title}",
        lead=f"Between {between}.",
        sections=(
            Section(heading="1. Parties", blocks=(_parties(known, agreement),)),
            Section(heading="2. Purpose", blocks=tuple(_purpose(known, agreement))),
            Section(heading="3. Law", blocks=(_law(agreement),)),
            Section(heading="4. What is shared", blocks=tuple(_shared(known, agreement))),
            Section(heading="5. Time", blocks=(_time(agreement),)),
            Section(heading="6. Keeping and deleting", blocks=(_keeping(agreement),)),
            Section(heading="7. Security", blocks=tuple(_safe(known, agreement))),
            Section(heading="8. People's rights", blocks=_rights()),
            *_notes(agreement),
            Section(heading="Signatures", blocks=(_signatures(known, agreement),)),
        ),
    )


def _parties(known: Known, agreement: Agreement) -> Table:
    sides = [("Provides", one) for one in agreement.providers]
    sides += [("Receives", one) for one in agreement.recipients]
    return Table(
        caption="Parties",
        heads=("Party", "What it does", "Contact", "Data protection officer"),
        rows=tuple(_party(known, what, name) for what, name in sides),
    )


def _party(known: Known, what: str, name: str) -> tuple[Words, ...]:
    found = known.project.organisations[name]
    where = f"{name}.{{}} in {ORGANISATIONS}"
    return (
        found.title,
        what,
        or_gap(found.contact, f"the contact of {found.title}", where=where.format("contact")),
        or_gap(
            found.data_protection_officer,
            f"the data protection officer of {found.title}",
            where=where.format("data_protection_officer"),
        ),
    )


def _purpose(known: Known, agreement: Agreement) -> Iterator[Block]:
    yield sentence(agreement.objective)
    yield "It may be used for this and nothing else:"
    yield Bullets(items=tuple(known.purposes(agreement.purposes)))
    where = f"benefits in {agreement.at.path}"
    yield or_gap(sentence(agreement.benefits), "who gains from it, and how", where=where)


def _law(agreement: Agreement) -> Table:
    path = agreement.at.path
    assessment = agreement.dpia or ("none is needed" if not agreement.dpia_needed else "")
    return facts(
        "What makes it lawful",
        ("Lawful basis", basis_words(agreement.lawful_basis)),
        (
            "Special category condition",
            condition_words(agreement.special_category_condition) or "None is named.",
        ),
        (
            "Law that lets the parties share",
            or_gap(agreement.power, "the power to share", where=f"power in {path}"),
        ),
        ("Impact assessment", or_gap(assessment, "the assessment", where=f"dpia in {path}")),
    )


def _shared(known: Known, agreement: Agreement) -> Iterator[Block]:
    for shared in agreement.products:
        product = known.project.products[shared.product]
        yield facts(
            f"{product.contract.title} ({product.id})",
            ("What it is", sentence(product.contract.purpose)),
            ("Limits", sentence(product.contract.limitations) or "None is named."),
            ("Areas", _areas(shared)),
        )
        yield Table(
            caption=f"Columns of {product.contract.title} that are shared",
            heads=("Column", "Meaning"),
            rows=tuple(_meaning(c) for c in shared_columns(shared, product.contract.columns)),
        )
    how = agreement.method
    where = f"method in {agreement.at.path}"
    yield or_gap(sentence(how), "how it reaches the recipients", where=where)


def shared_columns(shared: SharedProduct, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Those it names; where it says `*`, all but those that stand for one person."""
    everything = EVERYTHING in shared.columns
    return tuple(
        one
        for one in columns
        if one.name in shared.columns or (everything and one.sensitivity is not PERSONAL)
    )


def _areas(shared: SharedProduct) -> str:
    if EVERYTHING in shared.areas:
        return "All of them."
    return f"Only rows whose {shared.area_column} is {listed(shared.areas)}."


def _meaning(column: Column) -> tuple[Words, ...]:
    said = ". ".join(one.rstrip(".") for one in (column.title, column.description) if one)
    return (column.name, f"{said}.")


def _time(agreement: Agreement) -> Table:
    return facts(
        "When",
        ("First day", day(agreement.starts_on)),
        ("Last day", f"{day(agreement.ends_on)}. After it the platform opens nothing by it."),
        ("To be looked at again", day(agreement.review_on)),
        *((("Revoked from", day(agreement.revoked_on)),) if agreement.revoked_on else ()),
        ("Agreed on", f"{day(agreement.approved_on)}, by {agreement.approved_by}"),
    )


def _keeping(agreement: Agreement) -> Table:
    where = f"disposal in {agreement.at.path}"
    return facts(
        "Keeping",
        ("How long the recipients keep it", span(agreement.retention)),
        ("What happens then", or_gap(sentence(agreement.disposal), "what happens then",
                                     where=where)),
    )  # fmt: skip


def _safe(known: Known, agreement: Agreement) -> Iterator[Block]:
    yield "What the provider's platform does:"
    yield security(known)
    yield Gap(ask="what each recipient does to keep it safe, and whom it tells of a breach and by"
              " when")  # fmt: skip
    yield f"Questions go to: {agreement.contact or 'the contacts of the parties'}."


def _rights() -> tuple[Block, ...]:
    return (
        Gap(ask="who answers somebody who asks for their rights, and how the others help"),
        Gap(ask="how mistakes that a recipient finds come back to the provider"),
    )


def _notes(agreement: Agreement) -> Iterator[Section]:
    if agreement.notes:
        yield Section(heading="9. Notes", blocks=(Bullets(items=agreement.notes),))


def _signatures(known: Known, agreement: Agreement) -> Table:
    return Table(
        caption="Signatures",
        heads=("Party", "Name and role", "Signature", "Date"),
        rows=tuple(
            (title, "", "", "")
            for title in known.titles((*agreement.providers, *agreement.recipients))
        ),
    )
