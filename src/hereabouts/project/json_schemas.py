"""The shapes of the files, as JSON Schemas: for checking here, and for editors.

One schema per kind of file, in `schemas/`; every key has a description, from which editor
help and reference pages are made. Contracts use the published schema of the Open Data
Contract Standard, and after it a short one that says which part of it is acted upon.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

#: Kind of file -> the schema's file. `contract` comes from the standard, unchanged.
SCHEMAS: Mapping[str, str] = {
    "place": "place.json",
    "contract": "odcs-3.2.0.json",
    "contract_in_use": "contract_in_use.json",
    "source": "source.json",
    "convert": "convert.json",
    "apply": "apply.json",
    "examples": "examples.json",
    "corrections": "corrections.json",
    "quality": "quality.json",
    "definition": "definition.json",
    "indicator": "indicator.json",
    "disclosure_policy": "disclosure_policy.json",
    "retention_schedule": "retention_schedule.json",
    "hold": "hold.json",
    "pre_release": "pre_release.json",
    "page": "page.json",
    "glossary": "glossary.json",
    "dictionary": "dictionary.json",
    "notices": "notices.json",
    "organisations": "organisations.json",
    "purposes": "purposes.json",
    "maturity": "maturity.json",
    "agreement": "agreement.json",
    "access_test": "access_test.json",
}
_YES_NO = [True, False, "yes", "no"]  # an editor reads YAML 1.2, where `yes` is text


@cache
def json_schema(kind: str) -> Mapping[str, Any]:
    """The schema of one kind of file."""
    found: dict[str, Any] = json.loads(_published(kind))
    return found


def _published(kind: str) -> str:
    return files("hereabouts.project").joinpath("schemas", SCHEMAS[kind]).read_text("utf-8")


def write_schemas(root: Path) -> None:
    """Write every schema into `<root>/.hereabouts/schema/`, as an editor should see it."""
    folder = root / ".hereabouts" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for kind in SCHEMAS:
        path = folder / f"{kind}.json"
        text = _published(kind) if kind == "contract" else _as_edited(kind)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _as_edited(kind: str) -> str:
    return json.dumps(for_editor(json_schema(kind)), indent=1, ensure_ascii=False) + "\n"


def for_editor(schema: Any) -> Any:
    """`schema` for a reader that has already typed the scalars.

    We read `title: 2019` as text; an editor reads a number and must not mark it as wrong.
    """
    if isinstance(schema, list):
        return [for_editor(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    wider = {key: for_editor(value) for key, value in schema.items()}
    types = schema.get("type", ())
    if "string" in types and "enum" not in schema:
        also = [types] if isinstance(types, str) else list(types)
        wider["type"] = [*also, "number", "boolean", "null"]
    if schema.get("type") == "boolean":
        del wider["type"]
        wider["enum"] = _YES_NO
    return wider
