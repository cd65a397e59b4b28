"""The schemas: every key explained, and fit for editors as well as for us."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

import hereabouts.project
from hereabouts.project import write_schemas
from hereabouts.project.json_schemas import SCHEMAS, json_schema

OURS = [kind for kind in SCHEMAS if kind != "contract"]
KIND_OF = {
    "place.yml": "place",
    "glossary.yml": "glossary",
    "indicators/library/members.yml": "indicator",
    "policies/disclosure/small_counts.yml": "disclosure_policy",
    "pages/home.yml": "page",
    "products/geography/area/source.yml": "source",
    "products/geography/district/examples.yml": "examples",
}


def keys(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every key that a schema names, and what stands for keys and items it does not name."""
    inner = {
        **{f"{path}/{key}": said for key, said in schema.get("properties", {}).items()},
        **{
            f"{path}/{key}": schema[key]
            for key in ("additionalProperties", "items")
            if isinstance(schema.get(key), dict)
        },
    }
    yield from inner.items()
    named = {f"#{key}": said for key, said in schema.get("definitions", {}).items()}
    for where, said in (*inner.items(), *named.items()):
        yield from keys(said, where)


@pytest.mark.parametrize("kind", OURS)
def test_every_key_has_a_description(kind: str) -> None:
    undescribed = [
        path
        for path, said in keys(json_schema(kind))
        if not said.get("description", said.get("$ref"))
    ]
    assert undescribed == []
    assert json_schema(kind)["description"]


@pytest.mark.parametrize("kind", OURS)
def test_every_schema_is_a_schema(kind: str) -> None:
    Draft7Validator.check_schema(json_schema(kind))


def test_schemas_are_written_for_editors(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    written = {path.stem for path in (tmp_path / ".hereabouts/schema").glob("*.json")}
    assert written == set(SCHEMAS)


def test_the_standard_is_written_as_published(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    text = (tmp_path / ".hereabouts/schema/contract.json").read_text("utf-8")
    assert json.loads(text) == json_schema("contract")


@pytest.mark.parametrize("path", KIND_OF)
def test_an_editor_that_types_scalars_finds_nothing_wrong(path: str, place: Path) -> None:
    """An editor reads 2025 as a number, yes as true, and a quoted word as text."""
    schema = json.loads((place / f".hereabouts/schema/{KIND_OF[path]}.json").read_text("utf-8"))
    seen = yaml.load((place / path).read_text("utf-8"), Loader=_EditorLoader)  # noqa: S506  a SafeLoader
    assert [error.message for error in Draft7Validator(schema).iter_errors(seen)] == []


def test_an_editor_still_finds_a_misspelt_key(place: Path) -> None:
    schema = json.loads((place / ".hereabouts/schema/page.json").read_text("utf-8"))
    assert not Draft7Validator(schema).is_valid({"titel": "x"})


def test_the_standards_licence_is_beside_it() -> None:
    schemas = Path(hereabouts.project.__file__).parent / "schemas"
    assert "Apache License" in (schemas / "odcs-LICENSE.txt").read_text("utf-8")
    assert "odcs-3.2.0.json" in (schemas / "NOTICE").read_text("utf-8")


class _EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: dates stay text."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
