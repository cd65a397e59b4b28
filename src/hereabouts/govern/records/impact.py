"""A draft of the data protection impact assessment of one product about people.

Source:
    UK GDPR, Article 35; Information Commissioner's Office, sample DPIA template: seven steps.
"""

from hereabouts.govern.records.article30 import (
    collected_from,
    data_subjects,
    lawful_basis,
    processing,
    recipients,
    transfers,
)
from hereabouts.govern.records.known import Known, column_words
from hereabouts.govern.records.risks import Risk, measure_table, risk_table, risks_of
from hereabouts.govern.records.said import listed, sentence, span
from hereabouts.govern.records.security import security
from hereabouts.govern.records.writing import (
    Bullets,
    Gap,
    Kind,
    Record,
    Section,
    Table,
    facts,
)
from hereabouts.model.lawful import condition_words
from hereabouts.model.product import Product


def impact_assessment(known: Known, product: Product) -> Record:
    """The seven steps, as far as the platform knows them; the rest is asked of people."""
    risks = risks_of(known, product)
    return Record(
        kind=Kind.DPIA,
        name=product.id,
        title=f"Data protection impact assessment, draft: {product.contract.title}",
        lead="A draft from what the platform knows. It is no assessment until people have filled"
        " in what is marked, and signed it.",
        sections=(
            _need(product),
            _processing(known, product),
            _consultation(),
            _necessity(known, product),
            Section(heading="Step 5: risks", blocks=(risk_table(risks),)),
            _measures(known, risks),
            _sign_off(),
        ),
    )


def _need(product: Product) -> Section:
    contract = product.contract
    why = [f"it is about {product.handling.data_subjects or 'people who can be told apart'}"]
    if product.handling.condition:
        why.append("it holds special category data")
    return Section(
        heading="Step 1: why an assessment is needed",
        blocks=(
            sentence(contract.purpose),
            f"An assessment is drafted because {listed(why)}.",
            Gap(ask="what the project wants to achieve, and who decided that this is needed"),
        ),
    )


def _processing(known: Known, product: Product) -> Section:
    """Nature, scope, context and purposes."""
    shared = recipients(known, product)
    return Section(
        heading="Step 2: the processing",
        blocks=(
            processing(known, product),
            facts(
                "Scope",
                ("Each row is", product.contract.granularity or Gap(ask="what each row is about")),
                ("How often it comes", _often(product)),
                ("Made from", listed(product.made_from) or "What is received."),
                ("Indicators made from it", f"{len(known.where_used(product.id)):,}"),
            ),
            Bullets(items=tuple(column_words(column) for column in product.contract.columns)),
            *((shared,) if shared.rows else ()),
            Gap(ask="what people would expect, whether children or others at risk are among them,"
                " and what is new in it"),
        ),
    )  # fmt: skip


def _often(product: Product) -> str:
    often = product.contract.frequency
    return f"Every {span(often)}." if often else "The contract does not say."


def _consultation() -> Section:
    return Section(
        heading="Step 3: who was asked",
        blocks=(
            Gap(ask="how the people it is about, or who speaks for them, were asked; or why not"),
            Gap(ask="which experts were asked, such as for information security"),
        ),
    )


def _necessity(known: Known, product: Product) -> Section:
    handling = product.handling
    return Section(
        heading="Step 4: whether it is needed, and no more than is needed",
        blocks=(
            facts(
                "Necessity and proportion",
                ("Lawful basis", lawful_basis(product)),
                ("Condition", condition_words(handling.condition) or "None is named."),
                ("Whom it is about", data_subjects(product)),
                ("Where it comes from", collected_from(product)),
                ("Limits of its use", sentence(product.contract.limitations) or "None is named."),
                ("How long it is kept", known.retention(product)),
                ("Transfers", transfers(product)),
                ("Decisions by machine alone", handling.automated_decisions or "None is named."),
            ),
            Gap(ask="whether the same could be achieved with less data, or with none of people"),
            Gap(ask="how people are told, and how their rights are met"),
        ),
    )


def _measures(known: Known, risks: tuple[Risk, ...]) -> Section:
    return Section(
        heading="Step 6: what is done about the risks",
        blocks=(measure_table(risks), security(known)),
    )


def _sign_off() -> Section:
    asked = ("Measures approved by", "What is left of the risks approved by",
             "Advice of the data protection officer", "Advice accepted or overruled by",
             "Views of those asked reviewed by", "Kept under review by")  # fmt: skip
    return Section(
        heading="Step 7: sign-off",
        blocks=(
            Table(
                caption="Sign-off",
                heads=("What", "Name, role and date", "Notes"),
                rows=tuple((one, Gap(ask=one.lower()), "") for one in asked),
            ),
        ),
    )
