"""From ODCS quality rules to rules about tables."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.product import TableRule
from hereabouts.project.names import advice
from hereabouts.project.sql_model import read_model
from hereabouts.project.yaml_text import Document, Step

Said = Mapping[str, Any]
OPERATORS = (
    "mustBe",
    "mustNotBe",
    "mustBeGreaterThan",
    "mustBeGreaterOrEqualTo",
    "mustBeLessThan",
    "mustBeLessOrEqualTo",
    "mustBeBetween",
)
_WORDS_ONLY = {"text", "custom"}  # for people, or for another tool
_LEVELS = ("error", "warning")
_UNITS = ("rows", "percent")


def read_rules(
    table: Said, document: Document, *, problems: list[ProjectError]
) -> tuple[TableRule, ...]:
    """The rules of a table and of its columns that can be run; the others are words."""
    return tuple(
        rule
        for said, column, steps in _listed(table)
        if said.get("type") not in _WORDS_ONLY and {"metric", "query"} & said.keys()
        for rule in _read_rule(said, column, document, steps, problems)
    )


def _listed(table: Said) -> Iterator[tuple[Said, str | None, tuple[Step, ...]]]:
    for number, said in enumerate(table.get("quality", ())):
        yield said, None, ("schema", 0, "quality", number)
    for position, column in enumerate(table["properties"]):
        for number, said in enumerate(column.get("quality", ())):
            steps = ("schema", 0, "properties", position, "quality", number)
            yield said, column["name"], steps


def _read_rule(
    said: Said,
    column: str | None,
    document: Document,
    steps: tuple[Step, ...],
    problems: list[ProjectError],
) -> Iterator[TableRule]:
    metric = "sql" if "query" in said else said["metric"]
    faults = [
        ProjectError(problem, code="P124", do=do, at=document.at(*steps, *inner))
        for problem, do, inner in _faults(said, column)
    ]
    if metric == "sql":
        faults += _query_faults(said["query"], document, steps)
    problems.extend(faults)
    if faults:
        return
    operator = next(o for o in OPERATORS if o in said)
    yield TableRule(
        name=said.get("name") or said.get("id") or f"{metric} of {column or 'the table'}",
        metric=metric,
        column=column,
        sql=said.get("query"),
        arguments={k: _texts(v) for k, v in said.get("arguments", {}).items()},
        operator=operator,
        operand=tuple(float(value) for value in _texts(said[operator])),
        unit=said.get("unit", "rows"),
        dimension=said.get("dimension", ""),
        severity=said.get("severity", "error"),
        at=document.at(*steps),
    )


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)


def _faults(said: Said, column: str | None) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    """What ODCS allows in a rule and the platform cannot run: problem, what to do, where."""
    operators = [operator for operator in OPERATORS if operator in said]
    if not operators:
        yield "this rule says nothing that must be", f"use one of {', '.join(OPERATORS)}", ()
    elif not all(_is_number(text) for text in _texts(said[operators[0]])):
        yield f"{operators[0]} is not a number", "write a number", (operators[0],)
    for key, allowed in (("unit", _UNITS), ("severity", _LEVELS)):
        if said.get(key, allowed[0]) not in allowed:
            yield f"unknown {key} {said[key]!r}", advice(said[key], known=allowed), (key,)
    if column is None and said.get("metric") in {"nullValues", "missingValues", "invalidValues"}:
        yield f"{said['metric']} is about one column", "move the rule to the column", ("metric",)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?", text) is not None


def _query_faults(query: str, document: Document, steps: tuple[Step, ...]) -> list[ProjectError]:
    """A rule's SQL is held to what a model is held to, and reads only its own table."""
    at = document.at(*steps, "query")
    filled = query.replace("{object}", "own.rows").replace("{property}", "own_column")
    found: list[ProjectError] = []
    for read in read_model(filled, path=at.path, problems=found):
        if read.table != "own.rows":
            problem, do = f"a rule reads {read.table!r}", "read {object}, its own table, alone"
            found.append(ProjectError(problem, code="P125", do=do, at=at))
    return [ProjectError(p.problem, code=p.code, do=p.do, at=at) for p in found]
