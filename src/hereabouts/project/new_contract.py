"""The contract of a new product, each guess with its reason."""

from collections.abc import Iterator

from hereabouts.model.proposal import ProposedColumn
from hereabouts.project.new_plan import NewProduct
from hereabouts.project.new_yaml import comment_text, entry, in_flow

HEADER = "# yaml-language-server: $schema=../../../.hereabouts/schema/contract.json"


def contract_text(product: NewProduct) -> str:
    """`contract.odcs.yaml`, which lints clean and says what was guessed."""
    lines = [
        HEADER,
        "# Written by `hereabouts new product` from what the file shows. Words after # are its",
        "# reasons: read them, correct what is wrong, and delete them.",
        *entry("apiVersion", "v3.2.0"),
        *entry("kind", "DataContract"),
        *entry("id", f"{product.domain}-{product.name}".replace("_", "-")),
        *entry("name", product.title, why=product.why_title),
        "version: 1.0.0",
        *entry("status", "draft"),
        *entry("domain", product.domain),
        "description:",
        *entry("purpose", product.purpose, why="say what it is for", indent=2),
        *_limitations(product),
        *_team(product),
        "schema:",
        f"  - name: {product.name}",
        "    logicalType: object",
        *_grain(product),
        "    properties:",
    ]
    for column in product.proposal.columns:
        lines += _column(column, product)
    return "\n".join([*lines, *_custom(product)]) + "\n"


def _limitations(product: NewProduct) -> Iterator[str]:
    if product.proposal.notes:
        yield from entry("limitations", " ".join(product.proposal.notes), indent=2)


def _team(product: NewProduct) -> Iterator[str]:
    yield "team:"
    yield from entry("name", product.team, why=product.why_owner, indent=2)
    if product.owner:
        yield "  members:"
        yield f"    - {{username: {in_flow(product.owner)}, role: owner}}"


def _grain(product: NewProduct) -> Iterator[str]:
    keys = [column.title for column in product.proposal.columns if column.key]
    words = f"One row per {', '.join(keys)}"
    yield from entry("dataGranularityDescription", words, why=product.why_key, indent=4)


def _column(column: ProposedColumn, product: NewProduct) -> Iterator[str]:
    yield f"      - name: {column.name}"
    if not column.marker_of:
        yield from entry("physicalName", column.heading, indent=8)
    yield from entry("businessName", column.title, indent=8)
    if column.type == "geometry":
        yield from entry("logicalType", "object", why=column.why, indent=8)
        yield "        physicalType: geometry"
    else:
        yield from entry("logicalType", column.type, why=column.why, indent=8)
    if column.required:
        yield "        required: true"
    if column.key:
        yield "        primaryKey: true"
    options = {"format": column.format, "pattern": column.pattern}
    said = {name: value for name, value in options.items() if value}
    if said:
        yield from entry("logicalTypeOptions", said, indent=8)
    if column.marker_of:
        yield "        customProperties:"
        yield f"          - {{property: markerOf, value: {column.marker_of}}}"
    elif profile := _profile(column, product):
        yield f"        # {profile}"


def _profile(column: ProposedColumn, product: NewProduct) -> str:
    """What the file showed of a column. Values are repeated of open numbers only."""
    facts = column.facts
    if not facts:
        return ""
    words = f"empty: {facts.get('empty', '')}; different values: {facts.get('distinct', '')}"
    if product.sensitivity == "open" and "smallest" in facts:
        words += f"; from {facts['smallest']} to {facts['largest']}"
    return comment_text(words)


def _custom(product: NewProduct) -> Iterator[str]:
    yield "customProperties:"
    yield from _property("sensitivity", product.sensitivity, product.why_sensitivity)
    if product.licence:
        yield from _property("licence", product.licence, "")
    if product.attribution:
        yield from _property("attribution", product.attribution, "")
    if product.bad_rows_at_most:
        why = "some cells of the file are neither numbers nor markers"
        yield from _property("badRowsAtMost", product.bad_rows_at_most, why)


def _property(name: str, value: str, why: str) -> Iterator[str]:
    comment = f"  # {comment_text(why)}" if why else ""
    yield f"  - {{property: {name}, value: {in_flow(value)}}}{comment}"
