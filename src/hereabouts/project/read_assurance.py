"""What a contract says of quality beyond rules about rows and tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.quality import Assurance, Reconciliation, TextRule
from hereabouts.project.yaml_text import Document, Step

Said = Mapping[str, Any]
Steps = tuple[Step, ...]
CODE = "P364"
_COLUMN_OF = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*\.\w+")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_YES = {"true", "yes"}
_TIMELY = {"frequency", "latency", "generalAvailability"}


def read_assurance(data: Said, document: Document, *, problems: list[ProjectError]) -> Assurance:
    """What `data`, which fits the schemas, says; `problems` gains what cannot be acted on."""
    table = data["schema"][0]
    columns = table["properties"]
    promises = data.get("slaProperties", ())
    amber = _per_cent("qualityAmberBelow", data, document, problems, otherwise=99.0)
    red = _per_cent("qualityRedBelow", data, document, problems, otherwise=90.0)
    if red > amber:
        at = document.at("customProperties")
        problem, do = "qualityRedBelow is above qualityAmberBelow", "swap the two"
        problems.append(ProjectError(problem, code=CODE, do=do, at=at))
    return Assurance(
        text_rules=tuple(_text_rules(table, document)),
        critical=tuple(c["name"] for c in columns if c.get("criticalDataElement") is True),
        expect_all_of=tuple(c["name"] for c in columns if _custom(c, "expectAllOf") in _YES),
        reconciles=tuple(_reconciliations(table, document, problems)),
        expected_areas=_custom(table, "expectedAreas"),
        period_column=_period_column(promises),
        available_from=_available_from(promises),
        amber_below=amber,
        red_below=red,
    )


def _custom(said: Said, name: str) -> str:
    listed = said.get("customProperties", ())
    return next((str(c["value"]).lower() for c in listed if c["property"] == name), "")


def _per_cent(
    name: str, data: Said, document: Document, problems: list[ProjectError], *, otherwise: float
) -> float:
    for number, custom in enumerate(data["customProperties"]):
        if custom["property"] == name:
            said = str(custom["value"])
            if _NUMBER.fullmatch(said) and float(said) <= 100:
                return float(said)
            at = document.at("customProperties", number, "value")
            problem, do = f"{name} is not a percentage", "write a number from 0 to 100, such as 95"
            problems.append(ProjectError(problem, code=CODE, do=do, at=at))
    return otherwise


def _text_rules(table: Said, document: Document) -> Iterator[TextRule]:
    places: list[tuple[Said, Steps]] = [(table, ("schema", 0))]
    places += [
        (column, ("schema", 0, "properties", number))
        for number, column in enumerate(table["properties"])
    ]
    for holder, steps in places:
        for number, said in enumerate(holder.get("quality", ())):
            if said.get("type") == "text":
                yield TextRule(
                    name=said.get("name") or said.get("id") or f"text {number + 1}",
                    text=said.get("description", ""),
                    dimension=said.get("dimension", ""),
                    severity=said.get("severity", "error"),
                    at=document.at(*steps, "quality", number),
                )


def _reconciliations(
    table: Said, document: Document, problems: list[ProjectError]
) -> Iterator[Reconciliation]:
    for number, custom in enumerate(table.get("customProperties", ())):
        if custom["property"] != "reconciles":
            continue
        listed = custom["value"] if isinstance(custom["value"], list) else [custom["value"]]
        for said in listed:
            if not _is_reconciliation(said):
                at = document.at("schema", 0, "customProperties", number, "value")
                problem = "this does not say which sums agree with which"
                do = (
                    "write a list of {column: ..., with: domain.product.column, by: [columns],"
                    " tolerance: 0.01}"
                )
                problems.append(ProjectError(problem, code=CODE, do=do, at=at))
                continue
            product, _, other = said["with"].rpartition(".")
            yield Reconciliation(
                column=said["column"],
                product=product,
                other=other,
                by=tuple(said.get("by", ())),
                tolerance=float(said.get("tolerance", 0)),
            )


def _is_reconciliation(said: Any) -> bool:
    return (
        isinstance(said, dict)
        and isinstance(said.get("column"), str)
        and _COLUMN_OF.fullmatch(str(said.get("with", ""))) is not None
        and isinstance(said.get("by", []), list)
        and _NUMBER.fullmatch(str(said.get("tolerance", 0))) is not None
    )


def _period_column(promises: Sequence[Said]) -> str:
    """The column a promise of time is about: `period_end`, or `table.period_end`."""
    for promise in promises:
        if promise["property"] in _TIMELY and promise.get("element"):
            return str(promise["element"]).rpartition(".")[2]
    return ""


def _available_from(promises: Sequence[Said]) -> date | None:
    for promise in promises:
        if promise["property"] == "generalAvailability":
            found = re.match(r"\d{4}-\d{2}-\d{2}", str(promise.get("value", "")))
            try:
                return date.fromisoformat(found[0]) if found else None
            except ValueError:
                return None
    return None
