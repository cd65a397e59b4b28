"""The playbook of a product: what it is, how it is made, who to ask, and what to do when it fails.

Everything in it comes from the contract and the files beside it.
"""

from collections.abc import Iterator

from hereabouts.govern.records.known import Known, approvers, contract_of
from hereabouts.govern.records.said import listed, sentence, span
from hereabouts.govern.records.writing import (
    Block,
    Bullets,
    Gap,
    Kind,
    Record,
    Section,
    Table,
    facts,
    or_gap,
)
from hereabouts.model.product import Contract, Product


def playbook(known: Known, product: Product) -> Record:
    """What somebody needs who looks after the product, or stands in for who does."""
    contract = product.contract
    return Record(
        kind=Kind.PLAYBOOK,
        name=product.id,
        title=f"Playbook: {contract.title}",
        lead=sentence(contract.purpose),
        sections=(
            Section(heading="What it is", blocks=(_about(known, product), _columns(contract))),
            Section(heading="How it is made", blocks=tuple(_made(known, product))),
            Section(heading="Checks", blocks=tuple(_checks(contract))),
            Section(heading="Who looks after it", blocks=(_people(product),)),
            Section(heading="What is promised", blocks=(_promises(product),)),
            Section(heading="When it fails", blocks=tuple(_fails(product))),
            Section(heading="How to ask for it", blocks=tuple(_ask(known, product))),
        ),
    )


def _about(known: Known, product: Product) -> Table:
    contract = product.contract
    return facts(
        "About it",
        ("Name", product.id),
        ("Version of the contract", contract.version),
        ("Each row is", or_gap(contract.granularity, "what each row is",
                               where=f"dataGranularityDescription in {contract_of(product)}")),
        ("Sensitivity", contract.sensitivity.value),
        ("Limits", sentence(contract.limitations) or "None is named."),
        ("How to use it", sentence(contract.usage) or "Nothing is said."),
        ("Licence", contract.licence or "None is named."),
        ("How long it is kept", known.retention(product)),
        ("Used by", listed(known.where_used(product.id)) or "No indicator."),
    )  # fmt: skip


def _columns(contract: Contract) -> Table:
    return Table(
        caption="Columns",
        heads=("Column", "Meaning", "Type", "Must be given"),
        rows=tuple(
            (one.name, ". ".join(filter(None, (one.title, one.description.rstrip(".")))) + ".",
             one.type.value, "yes" if one.required else "no")
            for one in contract.columns
        ),
    )  # fmt: skip


def _made(known: Known, product: Product) -> Iterator[Block]:
    if product.source is not None:
        for part in product.source.parts:
            said = part.ways[0].location
            where = listed(f"{key} {value}" for key, value in sorted(said.items()))
            supplier = part.supplier or "its source"
            yield f"It is received from {supplier}: {part.ways[0].kind}, {where}."
    if product.model is not None:
        yield f"It is made by model.{'sql' if product.model.language == 'sql' else 'py'}."
    if product.recipe is not None:
        yield "It is made by convert.yml: figures of one kind of area carried to another."
    if product.made_from:
        yield "It is made from:"
        yield Bullets(items=product.made_from)
    if product.examples:
        yield f"{len(product.examples):,} examples beside it are run by `hereabouts test`."
    users = [one.id for one in known.project.products.values() if product.id in one.made_from]
    if users:
        yield f"These are made from it, so a fault in it reaches them: {listed(users)}."


def _checks(contract: Contract) -> Iterator[Block]:
    rows = tuple(
        (rule.name, f"{rule.metric} {rule.operator} {listed(f'{n:g}' for n in rule.operand)}",
         rule.dimension, rule.severity)
        for rule in contract.rules
    )  # fmt: skip
    if rows:
        heads = ("Rule", "What is counted and must be", "Dimension", "If it fails")
        yield Table(caption="Rules about the whole table", heads=heads, rows=rows)
    if held := tuple(_rules_of_columns(contract)):
        yield "Each row keeps these, or is set aside:"
        yield Bullets(items=held)
    if people := contract.assurance.text_rules:
        yield "People look at these:"
        yield Bullets(items=tuple(one.text for one in people))
    if not (rows or held or people):
        yield "The contract names no rule beyond the types of its columns."


def _rules_of_columns(contract: Contract) -> Iterator[str]:
    for one in contract.columns:
        said = [
            "is given" if one.required else "",
            "is unique" if one.unique else "",
            "has the form that its pattern says" if one.pattern else "",
            f"is one of {len(one.values):,} values" if one.values else "",
            f"occurs in {one.reference.product}" if one.reference else "",
        ]
        if any(said):
            yield f"{one.name} {listed(said)}."


def _people(product: Product) -> Table:
    contract = product.contract
    where = f"team in {contract_of(product)}"
    members = [(one.role or "of the team", one.name) for one in contract.stewardship.members]
    return facts(
        "People",
        ("Owner", or_gap(contract.owner, f"who owns {product.id}", where=where)),
        ("Team", contract.stewardship.team or "None is named."),
        *((role.capitalize(), name) for role, name in members if name != contract.owner),
        ("For questions", listed(contract.stewardship.support or contract.contacts)
         or Gap(ask=f"where to ask about {product.id}",
                where=f"support in {contract_of(product)}")),
    )  # fmt: skip


def _promises(product: Product) -> Block:
    promises = product.contract.stewardship.promises
    if not promises and product.source is None:
        return "It is as new as what it is made from."
    if not promises:
        where = f"slaProperties in {contract_of(product)}"
        return Gap(ask=f"how often {product.id} comes, and how late it may be", where=where)
    return Table(
        caption="Service levels",
        heads=("Promise", "Value", "What it means"),
        rows=tuple((one.name, span(one.value), one.description) for one in promises),
    )


def _fails(product: Product) -> Iterator[Block]:
    yield "The last good version stays in use; nothing is replaced by a version that fails."
    steps = [
        f"Run `hereabouts status`, then `hereabouts check {product.id}`: each says what is wrong.",
        "Read the error's code with `hereabouts explain CODE`.",
        f"Run `hereabouts quarantine {product.id}` for the rows that broke the contract.",
    ]
    if product.source is not None:
        steps.append(
            f"Run `hereabouts report {product.id}`: it says to the supplier what to send again."
        )
    steps += [
        "Run `hereabouts build` once it is mended; it goes on where it stopped.",
        "Tell its owner and whoever uses it, if the next release would be late.",
    ]
    yield Bullets(items=tuple(steps))
    yield Gap(ask="who stands in when its owner is away, and out of hours")


def _ask(known: Known, product: Product) -> Iterator[Block]:
    named = approvers(product)
    if product.contract.sensitivity.value == "open":
        yield "It is open: take it from the site."
    elif named:
        yield f"Ask for it with a purpose. {listed(named)} decide."
    else:
        where = f"roles in {contract_of(product)}"
        yield Gap(ask=f"who decides about {product.id}", where=where)
    for one in known.agreements(product.id):
        yield f"{listed(known.titles(one.recipients))} may use it under {one.title}."
