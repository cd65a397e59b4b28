"""A JSON Schema validator that gives the standard answer sooner.

A few keywords take most of the time that jsonschema spends on an ODCS contract. They are
answered here without validating again where the answer is plain, and left to jsonschema where
it is not: a contract takes a third of the time.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft7Validator, Draft201909Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend, validator_for

from hereabouts.project.json_schemas import json_schema
from hereabouts.project.subschemas import Schema, holds, referred

_FORMATS = FormatChecker(formats=["date"])
_WORDS = frozenset({"type", "description", "title", "examples", "default", "deprecated"})
_PLAIN = {"string": str, "boolean": bool}


@cache
def validator(kind: str) -> Validator:
    """The validator of one kind of file, by the name of its schema."""
    schema = json_schema(kind)
    is_2019 = validator_for(schema) is Draft201909Validator
    return (_QUICK_2019 if is_2019 else _QUICK_7)(schema, format_checker=_FORMATS)


def _properties(
    checker: Any, properties: Schema, piece: Any, schema: Schema
) -> Iterator[ValidationError]:
    """Text that only has to be text is not worth a descent."""
    del schema
    for key in piece if isinstance(piece, dict) else ():
        if key in properties and not _is_plainly_right(piece[key], properties[key]):
            yield from checker.descend(piece[key], properties[key], path=key, schema_path=key)


def _is_plainly_right(piece: Any, schema: Schema) -> bool:
    wanted = _PLAIN.get(schema["type"]) if schema.keys() <= _WORDS and "type" in schema else None
    return wanted is not None and isinstance(piece, wanted)


def _reference(
    checker: Any, reference: str, piece: Any, schema: Schema
) -> Iterator[ValidationError]:
    """Every reference in a contract's schema is to a place in that schema."""
    del schema
    yield from checker.descend(piece, referred(reference, root=json_schema("contract")))


def _unevaluated(
    checker: Any, keyword: Any, piece: Any, schema: Schema
) -> Iterator[ValidationError]:
    """Keys that plain `properties` name are evaluated, whatever else the schema says."""
    if isinstance(piece, dict) and keyword is False:
        named: set[str] = set()
        _add_named(schema, named, root=json_schema("contract"))  # the only one with this keyword
        if piece.keys() <= named:
            return
    yield from Draft201909Validator.VALIDATORS["unevaluatedProperties"](
        checker, keyword, piece, schema
    )


def _condition(checker: Any, keyword: Any, piece: Any, schema: Schema) -> Iterator[ValidationError]:
    answer = holds(keyword, piece)
    if answer is None:
        yield from Draft201909Validator.VALIDATORS["if"](checker, keyword, piece, schema)
    elif answer and "then" in schema:
        yield from checker.descend(piece, schema["then"], schema_path="then")
    elif not answer and "else" in schema:
        yield from checker.descend(piece, schema["else"], schema_path="else")


def _add_named(schema: Schema, named: set[str], *, root: Schema) -> None:
    """Add the keys that `schema` names with no condition."""
    named.update(schema.get("properties", ()))
    for part in schema.get("allOf", ()):
        _add_named(part, named, root=root)
    if "$ref" in schema:
        _add_named(referred(schema["$ref"], root=root), named, root=root)


_QUICK_7: type[Validator] = extend(  # type: ignore[no-untyped-call]
    Draft7Validator, {"properties": _properties, "if": _condition}
)
_QUICK_2019: type[Validator] = extend(  # type: ignore[no-untyped-call]
    Draft201909Validator,
    {
        "$ref": _reference,
        "properties": _properties,
        "unevaluatedProperties": _unevaluated,
        "if": _condition,
    },
)
