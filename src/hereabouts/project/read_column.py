"""From the properties of an ODCS schema to columns."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.product import Column, LogicalType, Reference
from hereabouts.project.read_sensitivity import read_sensitivity
from hereabouts.project.yaml_text import Document, Step

Said = Mapping[str, Any]
_TO_COLUMN = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*\.\w+")
_LOOKING_AROUND = re.compile(r"\(\?(=|!|<=|<!)|\\[1-9]")  # DuckDB's engine, RE2, has neither


def read_columns(
    listed: Sequence[Said], document: Document, *, problems: list[ProjectError]
) -> tuple[Column, ...]:
    """The columns in the contract's order; `problems` gains what cannot be acted upon."""
    columns: dict[str, Column] = {}
    for number, said in enumerate(listed):
        steps: tuple[Step, ...] = ("schema", 0, "properties", number)
        name = said["name"]
        if name.lower() in columns:
            do, at = "rename one; names must differ by more than capitals", document.at(*steps)
            problems.append(ProjectError(f"two columns called {name!r}", code="P121", do=do, at=at))
        columns[name.lower()] = _read_column(said, document, steps, problems)
    return tuple(columns.values())


def _read_column(
    said: Said, document: Document, steps: tuple[Step, ...], problems: list[ProjectError]
) -> Column:
    options = said.get("logicalTypeOptions", {})
    kind = said["logicalType"]
    is_number = kind in {"integer", "number"}
    return Column(
        name=said["name"],
        type=LogicalType.GEOMETRY if kind == "object" else LogicalType(kind),
        source_name=said.get("physicalName", said["name"]),
        title=said.get("businessName", said["name"]),
        description=said.get("description", ""),
        unit=_custom(said, "unit") or "",
        required=said.get("required", False),
        unique=said.get("unique", False),
        key=said.get("primaryKey", False),
        pattern=_pattern(options.get("pattern"), document, steps, problems),
        minimum=_limit(options, "minimum") if is_number else None,
        maximum=_limit(options, "maximum") if is_number else None,
        min_length=options.get("minLength"),
        max_length=options.get("maxLength"),
        date_format=options.get("format") if kind in {"date", "timestamp"} else None,
        values=tuple(str(allowed["value"]) for allowed in said.get("enum", ())),
        marker_of=_custom(said, "markerOf"),
        sensitivity=read_sensitivity(said, document, steps, problems),
        synonyms=_synonyms(said),
        examples=tuple(map(str, said.get("examples", ()))),
        reference=_reference(said.get("relationships", ()), document, steps, problems),
        at=document.at(*steps),
    )


def _synonyms(said: Said) -> tuple[str, ...]:
    listed = said.get("synonyms", ())
    return tuple(str(one["synonym"]) for one in listed if one.get("status") != "deprecated")


def _limit(options: Said, name: str) -> float | None:
    return float(options[name]) if name in options else None


def _custom(said: Said, name: str) -> str | None:
    listed = said.get("customProperties", ())
    return next((str(custom["value"]) for custom in listed if custom["property"] == name), None)


def _pattern(
    pattern: str | None, document: Document, steps: tuple[Step, ...], problems: list[ProjectError]
) -> str | None:
    if pattern is None:
        return None
    try:
        re.compile(pattern)
        fault = "it looks ahead or back" if _LOOKING_AROUND.search(pattern) else ""
    except re.error as error:
        fault = error.msg
    if fault:
        at = document.at(*steps, "logicalTypeOptions", "pattern")
        do = "write a plain regular expression, without lookaround or back-references"
        problem = f"this pattern cannot be used: {fault}"
        problems.append(ProjectError(problem, code="P122", do=do, at=at))
    return pattern


def _reference(
    relationships: Sequence[Said],
    document: Document,
    steps: tuple[Step, ...],
    problems: list[ProjectError],
) -> Reference | None:
    if not relationships:
        return None
    to = relationships[0]["to"]
    if len(relationships) > 1 or not isinstance(to, str) or not _TO_COLUMN.fullmatch(to):
        at = document.at(*steps, "relationships", 0, "to")
        do = "write one relationship, `to: domain.product.column`"
        problem = "this relationship does not point to one column of one product"
        problems.append(ProjectError(problem, code="P123", do=do, at=at))
        return None
    product, _, column = to.rpartition(".")
    return Reference(product=product, column=column)
