"""Which parts of a JSON Schema speak of a given piece of a file.

A schema is a tree of references and alternatives. Typing text, naming unknown keys and
checking quickly all need the flat answer: the schemas that apply to this piece, here.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]


def applying(schema: Schema, piece: Any, *, root: Schema) -> Iterator[Schema]:
    """`schema` and every schema within it that may speak of `piece` itself.

    Alternatives (anyOf, oneOf) all count; a condition counts when it holds for `piece`, or
    when it is of a form that `holds` cannot judge.
    """
    yield schema
    if "$ref" in schema:
        yield from applying(referred(schema["$ref"], root=root), piece, root=root)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(keyword, ()):
            yield from applying(part, piece, root=root)
    if "if" in schema and holds(schema["if"], piece) is not False and "then" in schema:
        yield from applying(schema["then"], piece, root=root)


def referred(reference: str, *, root: Schema) -> Schema:
    """The schema that `#/a/b` points to within `root`."""
    found: Any = root
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found  # type: ignore[no-any-return]


def holds(condition: Schema, piece: Any) -> bool | None:
    """Whether `piece` meets a simple condition; None when the condition is not simple.

    Simple is: `properties` that are each a `const` or `"type": "string"`, `required`, and
    `anyOf` of simple conditions. Every condition in ODCS 3.2 is simple.
    """
    if not isinstance(piece, dict):
        return None
    if condition.keys() == {"anyOf"}:
        parts = [holds(part, piece) for part in condition["anyOf"]]
        return None if None in parts else any(parts)
    if not condition.keys() <= {"properties", "required"}:
        return None
    if any(key not in piece for key in condition.get("required", ())):
        return False
    return _properties_hold(condition.get("properties", {}), piece)


def _properties_hold(properties: Mapping[str, Schema], piece: Mapping[str, Any]) -> bool | None:
    for key, wanted in properties.items():
        if wanted.keys() != {"const"} and wanted != {"type": "string"}:
            return None
        if key in piece and not _is_wanted(piece[key], wanted):
            return False
    return True


def _is_wanted(value: Any, wanted: Schema) -> bool:
    return value == wanted["const"] if "const" in wanted else isinstance(value, str)


def keys_known(schema: Schema, piece: Any, *, root: Schema) -> dict[str, list[Schema]]:
    """Every key that `schema` knows of `piece`, and what it says of each."""
    known: dict[str, list[Schema]] = {}
    for part in applying(schema, piece, root=root):
        for key, said in part.get("properties", {}).items():
            known.setdefault(key, []).append(said)
    return known
