"""What a supplier is asked for, in plain words."""

from collections.abc import Iterator

from hereabouts.model.product import Column, Contract, LogicalType
from hereabouts.project.supplier_schema.asked import Asked, Request

_SAID_AT_MOST = 12
_KINDS = {
    LogicalType.STRING: "text",
    LogicalType.INTEGER: "a whole number",
    LogicalType.NUMBER: "a number",
    LogicalType.BOOLEAN: "yes or no",
    LogicalType.DATE: "a date",
    LogicalType.TIMESTAMP: "a date and time",
    LogicalType.GEOMETRY: "a shape",
}
_EXAMPLES = {
    LogicalType.STRING: "",
    LogicalType.INTEGER: "1",
    LogicalType.NUMBER: "1.5",
    LogicalType.BOOLEAN: "yes",
    LogicalType.DATE: "2026-03-31",
    LogicalType.TIMESTAMP: "2026-03-31 09:30",
    LogicalType.GEOMETRY: "",
}


def meaning(asked: Asked) -> str:
    """What the column is, and all that a cell of it must be, in one paragraph."""
    column = asked.column
    parts = [column.description or column.title, *rules(asked)]
    return " ".join(part.rstrip(".") + "." for part in parts if part)


def rules(asked: Asked) -> Iterator[str]:
    """Each thing that a cell must be, as a sentence without its full stop."""
    column = asked.column
    yield f"Must be {kind(column)}"
    if column.required or column.key:
        yield "Must be filled in"
    if column.unit:
        yield f"In {column.unit}"
    if limits := said_limits(column):
        yield limits
    if asked.values:
        yield f"One of: {listed(asked.values)}"
    if asked.markers:
        yield f"In place of a value that cannot be given: {listed(asked.markers)}"


def kind(column: Column) -> str:
    """The type, and how it is written."""
    written = f", written as {column.date_format}" if column.date_format else ""
    return _KINDS[column.type] + written


def said_limits(column: Column) -> str:
    """The least, the most, the length and the pattern, in one sentence; empty when none."""
    parts = []
    if column.minimum is not None:
        parts.append(f"{column.minimum:g} or more")
    if column.maximum is not None:
        parts.append(f"{column.maximum:g} or less")
    if column.min_length is not None:
        parts.append(f"at least {column.min_length} characters")
    if column.max_length is not None:
        parts.append(f"at most {column.max_length} characters")
    if column.pattern is not None:
        parts.append(f"must look like {column.pattern}")
    return ", ".join(parts)


def listed(values: tuple[str, ...]) -> str:
    """Values with commas between, the first dozen of many."""
    more = f" and {len(values) - _SAID_AT_MOST} more" if len(values) > _SAID_AT_MOST else ""
    return ", ".join(values[:_SAID_AT_MOST]) + more


def example(wanted: Request, asked: Asked) -> str:
    """A cell as it might be: from the product's own examples, or else made up; may be empty."""
    column = asked.column
    for one in wanted.product.examples:
        for row in one.given.get("received", ()):
            if found := row.get(column.source_name):
                return found
    if asked.values:
        return asked.values[0]
    if column.minimum is not None and column.type in {LogicalType.INTEGER, LogicalType.NUMBER}:
        return f"{column.minimum:g}"
    return "" if column.date_format else _EXAMPLES[column.type]


def cannot_say(contract: Contract) -> Iterator[str]:
    """What the contract asks of rows that a schema of one row cannot check."""
    if contract.key:
        yield f"that {' + '.join(contract.key)} tells rows apart"
    for column in contract.columns:
        if column.unique:
            yield f"that no {column.name} comes twice"
        if column.reference:
            yield f"that {column.name} occurs in {column.reference.product}"
        if column.type in {LogicalType.DATE, LogicalType.TIMESTAMP}:
            yield f"that the day in {column.name} exists"
    yield from (f"the rule '{rule.name}'" for rule in contract.rules if rule.column is None)
