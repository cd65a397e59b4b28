"""What a contract says of one cell, as SQL that is true of the cells that break it."""

from collections.abc import Iterator
from typing import NamedTuple

from hereabouts.model.product import Column, LogicalType, TableRule
from hereabouts.model.sql import identifier, literal
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.typing import TABLE_TYPES, raw_name

_TYPE_WORDS = {
    LogicalType.INTEGER: "a whole number, such as 1234",
    LogicalType.NUMBER: "a number, such as 12.5",
    LogicalType.BOOLEAN: "yes or no",
    LogicalType.DATE: "a date, such as 2024-03-31",
    LogicalType.TIMESTAMP: "a date and time, such as 2024-03-31 14:05",
    LogicalType.GEOMETRY: "a geometry, as well-known binary",
}
_NUMERIC = (LogicalType.INTEGER, LogicalType.NUMBER)
_VALUES_SAID = 6


class CellRule(NamedTuple):
    """One rule about one column: what must be, and when it is not."""

    code: str
    must: str  # what good looks like, to follow the column's name
    dimension: Dimension
    broken: str  # SQL condition over one row of the typed relation


def cell_rules(column: Column) -> Iterator[CellRule]:
    """The rules of a column that need only the cell itself."""
    name = identifier(column.name)
    yield from _type(column, name)
    if column.required or column.key:
        yield CellRule("Q102", "must be filled in", Dimension.COMPLETENESS, _missing(column, name))
    yield from _text(column, name)
    yield from _range(column, name)
    if column.values:
        said = _said(column.values)
        yield CellRule("Q107", f"must be {said}", Dimension.VALIDITY, not_in(column, column.values))


def invalid_values(column: Column, rule: TableRule) -> str:
    """SQL that is true of a cell that ODCS's `invalidValues` counts."""
    broken = []
    if "validValues" in rule.arguments:
        broken.append(not_in(column, rule.arguments["validValues"]))
    broken += [_unlike(column, pattern) for pattern in rule.arguments.get("pattern", ())]
    return f"({' or '.join(broken) or 'false'})"


def not_in(column: Column, values: tuple[str, ...]) -> str:
    """SQL that is true of a filled cell that is none of `values`, read as the column's type."""
    name = identifier(column.name)
    listed = ", ".join(f"try_cast({literal(v)} as {TABLE_TYPES[column.type]})" for v in values)
    return f"({name} is not null and not coalesce({name} in ({listed}), false))"


def _type(column: Column, name: str) -> Iterator[CellRule]:
    if column.type is LogicalType.STRING:
        return
    words = _TYPE_WORDS[column.type]
    if column.date_format:
        words = f"{words.split(',')[0]} written as {column.date_format}"
    raw = identifier(raw_name(column.name))
    broken = f"{raw} is not null and {name} is null"
    yield CellRule("Q101", f"must be {words}", Dimension.VALIDITY, broken)


def _missing(column: Column, name: str) -> str:
    """Empty, and not merely unreadable: that is another rule's finding."""
    if column.type is LogicalType.STRING:
        return f"{name} is null"
    return f"{name} is null and {identifier(raw_name(column.name))} is null"


def _text(column: Column, name: str) -> Iterator[CellRule]:
    if column.pattern is not None:
        must = f"must look like {column.pattern}"
        yield CellRule("Q103", must, Dimension.VALIDITY, _unlike(column, column.pattern))
    least, most = column.min_length, column.max_length
    if least is not None or most is not None:
        length = f"length(cast({name} as varchar))"
        broken = [f"{length} < {least}"] if least is not None else []
        broken += [f"{length} > {most}"] if most is not None else []
        must = f"must be {_between(least, most)} characters long"
        yield CellRule("Q106", must, Dimension.VALIDITY, " or ".join(broken))


def _range(column: Column, name: str) -> Iterator[CellRule]:
    if column.type not in _NUMERIC:
        return
    if column.minimum is not None:
        least = _written(column.minimum)
        broken = f"{name} < {least}"
        yield CellRule("Q104", f"must be {least} or more", Dimension.VALIDITY, broken)
    if column.maximum is not None:
        most = _written(column.maximum)
        broken = f"{name} > {most}"
        yield CellRule("Q105", f"must be {most} or less", Dimension.VALIDITY, broken)


def _unlike(column: Column, pattern: str) -> str:
    """ODCS follows JSON Schema: a pattern is found anywhere unless it says ^ and $."""
    name = f"cast({identifier(column.name)} as varchar)"
    return f"({name} is not null and not regexp_matches({name}, {literal(pattern)}))"


def _written(number: float) -> str:
    return str(int(number)) if number.is_integer() else repr(number)


def _between(least: int | None, most: int | None) -> str:
    if least == most:
        return f"{least}"
    if most is None:
        return f"at least {least}"
    return f"at most {most}" if least is None else f"{least} to {most}"


def _said(values: tuple[str, ...]) -> str:
    some = ", ".join(values[:_VALUES_SAID])
    return f"one of {some}" + (" and others" if len(values) > _VALUES_SAID else "")
