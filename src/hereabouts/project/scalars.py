"""Give text the type that its schema says it has."""

import re
from typing import Any

from hereabouts.project.subschemas import Schema, applying, keys_known

_WORDS = {"true": True, "yes": True, "false": False, "no": False}
_INTEGER = re.compile(r"[-+]?\d{1,18}")
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")


def typed(piece: Any, *, schema: Schema, root: Schema) -> Any:
    """`piece`, with each scalar as the type its schema wants.

    Text that may be text stays text, and so does text that does not look like the wanted
    type: checking the result then says what is wrong with it, and where.
    """
    if isinstance(piece, dict):
        return _typed_mapping(piece, schema=schema, root=root)
    parts = list(applying(schema, piece, root=root))
    if isinstance(piece, list):
        items: Schema = {"allOf": [part["items"] for part in parts if "items" in part]}
        return [typed(item, schema=items, root=root) for item in piece]
    return _typed_scalar(piece, wanted=_types(parts))


def _typed_mapping(piece: dict[str, Any], *, schema: Schema, root: Schema) -> dict[str, Any]:
    known = keys_known(schema, piece, root=root)
    parts = applying(schema, piece, root=root)
    rest = [p["additionalProperties"] for p in parts if _is_open(p.get("additionalProperties"))]
    return {
        key: typed(value, schema={"allOf": known.get(key, rest)}, root=root)
        for key, value in piece.items()
    }


def _is_open(additional: Any) -> bool:
    return isinstance(additional, dict)


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
