"""A JSON Schema of one row, for a supplier's own program to check before it sends."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hereabouts.model.product import Column, Contract, LogicalType, TableRule
from hereabouts.project.supplier_schema.asked import Asked, Request
from hereabouts.project.supplier_schema.date_pattern import date_pattern
from hereabouts.project.supplier_schema.in_words import cannot_say, meaning

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_LEAST, _MOST = -(2**63), 2**63 - 1


def row_schema(wanted: Request) -> Schema:
    """The schema of a row as a JSON object: heading -> typed value, null where it is empty.

    Text is compared as it stands, so it must not begin or end with a space: what is received is
    trimmed first.
    """
    contract = wanted.product.contract
    more = "; ".join(cannot_say(contract))
    return {
        "$schema": DRAFT,
        "title": f"{contract.title}, one row",
        "description": f"Version {contract.version}. "
        + (contract.granularity or contract.purpose).rstrip(".")
        + "."
        + (f" Not checked by this schema: {more}." if more else ""),
        "type": "object",
        "required": [asked.heading for asked in wanted.columns],
        "properties": {asked.heading: _property(asked, contract) for asked in wanted.columns},
    }


def _property(asked: Asked, contract: Contract) -> Schema:
    column = asked.column
    value: Schema = {**_TYPED[column.type](column)}
    if asked.values:
        value["enum"] = [typed for text in asked.values for typed in _typed(text, column)]
    rules = [part for rule in contract.rules for part in _of_rule(rule, column)]
    if rules:
        value["allOf"] = rules
    others: list[Schema] = [] if column.required or column.key else [{"type": "null"}]
    if asked.markers:
        others.append({"enum": list(asked.markers)})
    said: Schema = {"title": column.title, "description": meaning(asked)}
    return {**said, **value} if not others else {**said, "anyOf": [value, *others]}


def _of_rule(rule: TableRule, column: Column) -> Iterator[Schema]:
    """An `invalidValues` rule that no row may break says something of each cell."""
    strict = rule.operator == "mustBe" and rule.operand == (0.0,) and rule.severity != "warning"
    if rule.column != column.name or rule.metric != "invalidValues" or not strict:
        return
    if "validValues" in rule.arguments:
        values = rule.arguments["validValues"]
        yield {"enum": [typed for text in values for typed in _typed(text, column)]}
    if column.type is LogicalType.STRING:
        yield from ({"pattern": pattern} for pattern in rule.arguments.get("pattern", ()))


def _string(column: Column) -> Schema:
    schema: Schema = {"type": "string", "minLength": max(1, column.min_length or 1)}
    if column.max_length is not None:
        schema["maxLength"] = column.max_length
    if column.pattern is not None:
        schema["pattern"] = column.pattern
    return schema


def _integer(column: Column) -> Schema:
    return {"type": "integer", **_limits(column, least=_LEAST, most=_MOST)}


def _number(column: Column) -> Schema:
    return {"type": "number", **_limits(column)}


def _limits(column: Column, *, least: int | None = None, most: int | None = None) -> Schema:
    schema: Schema = {}
    low = least if column.minimum is None else _plain(column.minimum)
    high = most if column.maximum is None else _plain(column.maximum)
    if low is not None:
        schema["minimum"] = low
    if high is not None:
        schema["maximum"] = high
    return schema


def _moment(column: Column) -> Schema:
    schema: Schema = {"type": "string"}
    pattern = date_pattern(column)
    if pattern is not None:
        schema["pattern"] = pattern
    return schema


def _plain(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def _typed(text: str, column: Column) -> Iterator[Any]:
    """An allowed value as its column's type; nothing when it is not of that type."""
    if column.type is LogicalType.BOOLEAN:
        yield from (said for word, said in (("true", True), ("false", False)) if word == text)
    elif column.type in {LogicalType.INTEGER, LogicalType.NUMBER}:
        try:
            yield _plain(float(text))
        except ValueError:
            return
    else:
        yield text


_TYPED: Mapping[LogicalType, Callable[[Column], Schema]] = {
    LogicalType.STRING: _string,
    LogicalType.INTEGER: _integer,
    LogicalType.NUMBER: _number,
    LogicalType.BOOLEAN: lambda _: {"type": "boolean"},
    LogicalType.DATE: _moment,
    LogicalType.TIMESTAMP: _moment,
    LogicalType.GEOMETRY: lambda _: {"type": "string"},
}
