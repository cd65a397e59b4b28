"""Give text the type that its schema says it has."""

import re
from typing import Any

from hereabouts.project.subschemas import Schema, applying

_WORDS = {"true": True, "yes": True, "false": False, "no": False}
_INTEGER = re.compile(r"[-+]?\d{1,18}")
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")


def typed(piece: Any, *, schema: Schema, root: Schema) -> Any:
    """`piece`, with each scalar as the type its schema wants.

    Text that may be text stays text, and so does text that does not look like the wanted
    type: checking the result then says what is wrong with it, and where.
    """
    if isinstance(piece, str) and schema.get("type") == "string":
        return piece
    parts = list(applying(schema, piece, root=root))
    if isinstance(piece, dict):
        return {
            key: typed(value, schema=_within(parts, key), root=root) for key, value in piece.items()
        }
    if isinstance(piece, list):
        items = _all_of([part["items"] for part in parts if "items" in part])
        return [typed(item, schema=items, root=root) for item in piece]
    return _typed_scalar(piece, wanted=_types(parts))


def _within(parts: list[Schema], key: str) -> Schema:
    """What the schemas `parts` of a mapping say of its key."""
    named = [p["properties"][key] for p in parts if key in p.get("properties", ())]
    others = [p.get("additionalProperties") for p in parts]
    return _all_of(named or [other for other in others if isinstance(other, dict)])


def _all_of(schemas: list[Schema]) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"allOf": schemas}


def _types(parts: list[Schema]) -> set[str]:
    found: set[str] = set()
    for part in parts:
        types = part.get("type", ())
        found.update([types] if isinstance(types, str) else types)
    return found


def _typed_scalar(text: str, *, wanted: set[str]) -> Any:
    if "string" in wanted:
        return text
    if "boolean" in wanted and text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if wanted & {"integer", "number"} and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in wanted and _NUMBER.fullmatch(text):
        return float(text)
    return text
