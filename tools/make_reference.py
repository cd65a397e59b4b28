"""Write docs/reference/ from what the program itself says. Run: python tools/make_reference.py."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from hereabouts.cli import main
from hereabouts.cli.error_pages import ERROR_PAGES
from hereabouts.doors.web.api.endpoints import ENDPOINTS
from hereabouts.doors.web.api.openapi import schema_of
from hereabouts.doors.web.api.problems import CODES

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src" / "hereabouts"
SCHEMAS = SRC / "project" / "schemas"
REFERENCE = ROOT / "docs" / "reference"
Schema = Mapping[str, Any]

NOTICE = "<!-- Made by tools/make_reference.py from the program itself. Do not edit. -->"
FILES = (
    "place",
    "source",
    "convert",
    "apply",
    "examples",
    "quality",
    "definition",
    "indicator",
    "disclosure_policy",
    "retention_schedule",
    "hold",
    "pre_release",
    "page",
    "glossary",
    "dictionary",
    "notices",
    "organisations",
    "purposes",
    "agreement",
    "maturity",
    "access_test",
)
WIDTH = 90
KINDS = {"array": "list", "object": "mapping", "string": "text", "boolean": "yes or no"}
FAMILIES = {
    "P": "The project folder is wrong (exit status 10)",
    "Q": "Data broke its contract, or cannot be used (11)",
    "D": "A release would break its policy (12)",
    "A": "No policy allows this use (13)",
    "S": "A file, package or address cannot be read (14)",
    "L": "Tables cannot be read or written (15)",
    "R": "There is no such release (16)",
    "G": "What is asked of governing cannot be done (17)",
    "W": "The site cannot show a page (1, or the HTTP status)",
}
#: Keys of the standard that are acted upon and that it describes at length; said in our words.
ODCS = {
    "id, version, status, domain": "kept with the product",
    "description.limitations, description.usage": "shown with the product",
    "team.members[].role, team.members[].username": "the one whose role is owner, or team.name",
    "schema[].dataGranularityDescription": "what one row is, in a sentence",
    "schema[].properties[].physicalName": "the heading in the received file; the name unless said",
    "schema[].properties[].businessName": "the column's title; the name unless said",
    "schema[].properties[].description": "shown with the product",
    "schema[].properties[].required": "the cell is filled in",
    "schema[].properties[].unique": "no value comes twice",
    "schema[].properties[].primaryKey": "part of what tells rows apart",
    "schema[].properties[].enum[].value": "the values there may be",
    "schema[].properties[].relationships[].to": "a value occurs there, as domain.product.column",
    "schema[].properties[].logicalTypeOptions": "pattern, minimum, maximum, minLength, maxLength, "
    "and format (how dates are written, such as %d/%m/%Y)",
    "schema[].properties[].customProperties: unit": "what the numbers count, such as people",
    "quality[].metric": "rowCount, duplicateValues, nullValues, missingValues or invalidValues; "
    "under the table or under a column",
    "quality[].arguments": "validValues, pattern, missingValues, properties",
    "quality[].query": "one SELECT that gives one number, with {object} and {property}",
    "quality[].mustBe and others": "mustNotBe, mustBeGreaterThan, mustBeGreaterOrEqualTo, "
    "mustBeLessThan, mustBeLessOrEqualTo; mustBeBetween leaves both ends out",
    "quality[].unit, .dimension, .severity": "rows or percent; for reports; error or warning",
    "quality[] of type text": "for people: its latest outcome is recorded in quality.yml",
    "schema[].properties[].criticalDataElement": "the share filled in is measured",
    "schema[].properties[].customProperties: expectAllOf": "true: every key of the product that "
    "the column refers to occurs, in the newest period",
    "schema[].customProperties: expectedAreas": "an area type, every area of which occurs",
    "schema[].customProperties: reconciles": "a list of {column, with: domain.product.column, "
    "by: [columns], tolerance: a share}: sums that agree",
    "slaProperties: frequency, latency": "how often it comes, and how much later it may",
    "slaProperties: element": "the date column whose newest day must be as new as promised",
    "slaProperties: generalAvailability": "the day before which nothing is overdue",
    "customProperties: qualityAmberBelow, qualityRedBelow": "scores in per cent below which the "
    "product is amber and red; 99 and 90 unless said",
    "slaProperties: retention": "how long it is kept, as 7 y; its schedule in policies/retention "
    "says the same",
    "customProperties: lawfulBasis, specialCategoryCondition": "the Articles of the UK GDPR that "
    "let it be held, such as 6(1)(e) and 9(2)(h); told to a person who asks",
    "schema[].properties[].customProperties: thirdParty": "true: the column is about somebody "
    "else than the row, and is redacted in an answer to a person",
    "schema[].properties[].customProperties: sameAs": "the shared field that the column holds "
    "under another name, such as nhs_number; people are found by it",
    "customProperties: dataSubjects, legalPower, collectedFrom, recipients, transfers": "whom it "
    "is about, the law that gives the task, who gives it, who else receives it, and to which "
    "countries it goes; told in records and privacy notices",
    "customProperties: automatedDecisions, legitimateInterests, dpia": "what a machine alone "
    "decides, the interest where that is the basis, and where the impact assessment is",
    "customProperties: sensitivity": "open, internal or personal; must be said",
    "customProperties: licence, attribution": "shown under what is made from it",
    "customProperties: synthetic": "true when rows are made up; said wherever they are shown",
    "customProperties: badRowsAtMost": "the share of rows that may be in quarantine; 0 unless said",
}


def pages() -> dict[str, str]:
    """File name -> text, of every page of the reference."""
    made = {
        "README.md": _index(),
        "api.md": _api(),
        "commands.md": _commands(),
        "errors.md": _errors(),
        "files.md": _files(),
        "settings.md": _settings(),
    }
    return {name: f"{NOTICE}\n\n{text.strip()}\n" for name, text in made.items()}


def _index() -> str:
    return """# Reference

- [Commands](commands.md)
- [Files of a project folder](files.md), with every key
- [Errors](errors.md), with every code; `hereabouts explain CODE` says the same
- [The API](api.md) of a site, with every endpoint and parameter
- [Settings](settings.md) that come from the environment
"""


def _commands() -> str:
    words = "Data goes to standard output and words to standard error."
    status = "The exit status is that of the first [error](errors.md)."
    parts = [f"# Commands\n\n{words} {status}"]
    top = click.Context(main, info_name="hereabouts", terminal_width=WIDTH, **main.context_settings)
    parts += [
        f"## {context.command_path}\n\n```text\n{context.get_help().strip()}\n```"
        for context in _all_contexts(top)
    ]
    return "\n\n".join(parts)


def _all_contexts(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            inner = context.command.get_command(context, name)
            if inner:
                yield from _all_contexts(click.Context(inner, info_name=name, parent=context))


def _api() -> str:
    """Every endpoint of the API, from the table that its routes are made from."""
    words = (
        "Every address answers of the newest release. Where `/releases/{number}` may stand after"
        " `/api/v1`, it answers of that release, and never changes."
        " [How to use it](../how-to/use-the-api.md)."
    )
    parts = [f"# The API\n\n{words}"]
    for one in ENDPOINTS:
        also = " or of a release" if one.of_release else ""
        parts.append(f"## {one.title}\n\n`GET /api/v1{one.path}`{also}\n\n{one.words}")
        rows = [f"| `{name}` | yes | text | {words} |" for name, words in (one.parts or {}).items()]
        rows += [
            f"| `{said.name}` | {'yes' if said.required else ''} | {_kind(schema_of(said))} "
            f"| {said.words} |"
            for said in one.parameters
        ]
        if rows:
            head = "| name | must be there | type | meaning |\n|---|---|---|---|"
            parts.append("\n".join([head, *rows]))
    codes = "\n".join(f"- `{code}`: {words}" for code, words in sorted(CODES.items()))
    parts.append(f"## Problems\n\nA problem is `application/problem+json` (RFC 9457).\n\n{codes}")
    return "\n\n".join(parts)


def _errors() -> str:
    parts = ["# Errors\n\nA code is permanent: it is never used again for something else."]
    for letter, title in FAMILIES.items():
        parts.append(f"## {title}")
        found = {code: page for code, page in ERROR_PAGES.items() if code[0] == letter}
        parts += [f"### {code}\n\n{page}" for code, page in found.items()]
    return "\n\n".join(parts)


def _files() -> str:
    words = "A file's path is its name. Every value is read as text; the schema decides its type."
    names = "`<name>` is a name of your own; `[]` is one of a list."
    parts = [f"# Files of a project folder\n\n{words} {names}"]
    for name in FILES:
        schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
        parts.append(f"## {schema['title']}\n\n{schema['description']}\n\n{_table(schema)}")
    schema = json.loads((SCHEMAS / "contract_in_use.json").read_text("utf-8"))
    parts.append(
        "## contract.odcs.yaml\n\nAn Open Data Contract Standard 3.2 file, held to the published"
        " schema. Beyond it, these must be as said here:\n\n"
        f"{_table(schema)}\n\nThese keys of the standard are acted upon too; any other is allowed"
        f" and does nothing.\n\n| key | meaning |\n|---|---|\n{_acted_upon()}"
    )
    return "\n\n".join(parts)


def _acted_upon() -> str:
    return "\n".join(f"| `{key}` | {meaning} |" for key, meaning in ODCS.items())


def _table(schema: Schema) -> str:
    rows = "\n".join(
        f"| `{key}` | {'yes' if needed else ''} | {_kind(one)} | {_cell(one)} |"
        for key, one, needed in _keys(schema, schema, "")
    )
    return f"| key | must be there | type | meaning |\n|---|---|---|---|\n{rows}"


def _cell(schema: Schema) -> str:
    return str(schema.get("description", "")).replace("|", "\\|")


def _keys(schema: Schema, whole: Schema, path: str) -> Iterator[tuple[str, Schema, bool]]:
    """Every key below `schema`: its path, its own schema, and whether it must be there."""
    for name, said in schema.get("properties", {}).items():
        one = _resolved(said, whole)
        key = f"{path}{name}"
        yield key, one, name in schema.get("required", ())
        yield from _inside(one, whole, key)
    if isinstance(schema.get("additionalProperties"), dict):
        one = _resolved(schema["additionalProperties"], whole)
        yield f"{path}<name>", one, False
        yield from _inside(one, whole, f"{path}<name>")


def _inside(one: Schema, whole: Schema, key: str) -> Iterator[tuple[str, Schema, bool]]:
    if "items" in one:
        one, key = _resolved(one["items"], whole), f"{key}[]"
    yield from _keys(one, whole, f"{key}.")


def _resolved(schema: Schema, whole: Schema) -> Schema:
    """`schema` with what it refers to; its own words win."""
    named = [s["$ref"] for s in (schema, *schema.get("allOf", ())) if "$ref" in s]
    found: dict[str, Any] = {}
    for reference in named:
        part: Any = whole
        for step in reference.removeprefix("#/").split("/"):
            part = part[step]
        found |= part
    return {**found, **schema}


def _kind(schema: Schema) -> str:
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    kinds = schema.get("type", "string")
    return " or ".join(KINDS.get(kind, kind) for kind in _listed(kinds))


def _listed(kinds: str | list[str]) -> list[str]:
    return [kinds] if isinstance(kinds, str) else kinds


def _settings() -> str:
    found = "\n\n".join(f"## {name}\n\n{words}" for name, words in sorted(_read_by_functions()))
    return (
        "# Settings\n\nWhat a place is made of is in its [files](files.md), and what a command does"
        " is in its [options](commands.md). The environment holds only what belongs to a machine."
        f"\n\n{found}\n\n## HTTP_PROXY, HTTPS_PROXY, NO_PROXY\n\nRead by the HTTP library when a"
        " source has a `url`, as by most programs."
    )


def _read_by_functions() -> Iterator[tuple[str, str]]:
    """Each variable that a function of the program reads, and what the function says of it."""
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                said = ast.get_docstring(node) or ""
                yield from ((name, said) for name in _variables(node))


def _variables(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Constant) and re.fullmatch(r"HEREABOUTS_[A-Z_]+", str(node.value)):
            yield str(node.value)


def write() -> None:
    """Write every page."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
        print(f"wrote docs/reference/{name}")


if __name__ == "__main__":
    write()
