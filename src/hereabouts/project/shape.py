"""Check a file against the schema of its kind, and say in words what does not fit.

jsonschema finds the faults; this module says each at its line, with what to do.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import ValidationError

from hereabouts.errors import ProjectError
from hereabouts.project.json_schemas import json_schema
from hereabouts.project.names import advice
from hereabouts.project.quick_schema import validator
from hereabouts.project.subschemas import keys_known
from hereabouts.project.yaml_text import Document, Step

_UNKNOWN, _MISSING, _CHOICE, _FORMS = "P103", "P104", "P106", "P109"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One keyword of a schema that one piece of a file does not meet."""

    keyword: str  # required, type, enum, ...
    wanted: Any  # what the keyword says
    schema: Mapping[str, Any]  # that the keyword is in
    piece: Any
    steps: tuple[Step, ...]  # to the piece
    root: Mapping[str, Any]  # the whole schema

    @property
    def name(self) -> str:
        """The statement as people say it: 'schema.0.name', or the file."""
        return f"'{'.'.join(str(step) for step in self.steps)}'" if self.steps else "the file"

    @property
    def meaning(self) -> str:
        """What the schema says the statement is for, as advice."""
        said = str(self.schema.get("errorMessage") or self.schema.get("description") or "")
        return said[:1].lower() + said[1:].rstrip(".") if said else "see the schema of this file"


Said = Iterator[tuple[str, str, Step | None]]  # problem, what to do, and the key it is about


def find_faults(document: Document, data: Any, *, kind: str) -> Iterator[ProjectError]:
    """Every way in which typed `data` does not fit the schema of its kind, each said once."""
    root = json_schema(kind)
    seen: set[str] = set()
    for error in _leaves(validator(kind).iter_errors(data)):
        fault = _fault(error, root=root)
        code, say = _SAY.get(fault.keyword, ("P107", _say_unfit))
        for problem, do, key in say(fault):
            at = document.at(*fault.steps, *([] if key is None else [key]))
            if (said := f"{at} {problem}") not in seen:
                seen.add(said)
                yield ProjectError(problem, code=code, do=do, at=at)


def _fault(error: ValidationError, *, root: Mapping[str, Any]) -> Fault:
    key = [str(error.instance)] if "propertyNames" in error.absolute_schema_path else []
    return Fault(
        keyword=str(error.validator),
        wanted=error.validator_value,
        schema=error.schema if isinstance(error.schema, dict) else {},
        piece=error.instance,
        steps=(*error.absolute_path, *key),
        root=root,
    )


def _leaves(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Errors as they were, save that the one alternative that is meant is looked into."""
    for error in errors:
        meant = _meant(error) if error.validator in {"oneOf", "anyOf"} else None
        if meant:
            yield from _leaves(meant)
        else:
            yield error


def _meant(error: ValidationError) -> list[ValidationError] | None:
    """The faults of the only alternative that the piece has the type and the keys of."""
    alternatives: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        alternatives.setdefault(inner.relative_schema_path[0], []).append(inner)
    fitting = [inner for inner in alternatives.values() if not any(map(_is_of_the_whole, inner))]
    return fitting[0] if len(fitting) == 1 else None


def _is_of_the_whole(inner: ValidationError) -> bool:
    return inner.validator in {"type", "required"} and not inner.relative_path


def _say_unknown(fault: Fault) -> Said:
    known = keys_known(fault.schema, fault.piece, root=fault.root)
    for key in fault.piece:
        if key not in known:
            yield f"unknown key {key!r}", advice(key, known=known), key


def _say_missing(fault: Fault) -> Said:
    wanted = fault.wanted
    if isinstance(wanted, dict):  # `dependencies`: one key asks for others
        wanted = [other for key, others in wanted.items() if key in fault.piece for other in others]
    meanings = {**fault.schema, **({} if fault.steps else fault.root)}.get("properties", {})
    for key in wanted:
        if key not in fault.piece:
            meaning = meanings.get(key, {}).get("description", "").partition(". ")[0].rstrip(".")
            do = f"add `{key}:`" + (f" ({meaning})" if meaning else "")
            yield f"{fault.name} has no {key!r}", do, None


def _say_type(fault: Fault) -> Said:
    names = [fault.wanted] if isinstance(fault.wanted, str) else fault.wanted
    wanted = " or ".join(_KINDS[name] for name in names)
    yield f"{fault.name} is {_what(fault.piece)}, not {wanted}", fault.meaning, None


def _what(piece: Any) -> str:
    if isinstance(piece, dict):
        return "a mapping"
    if isinstance(piece, list):
        return "a list"
    return f"the text {piece!r}" if piece else "empty"


def _say_choice(fault: Fault) -> Said:
    allowed = fault.wanted if fault.keyword == "enum" else [fault.wanted]
    do = advice(str(fault.piece), known=[str(value) for value in allowed])
    yield f"{fault.name} is {fault.piece!r}, which is not one of its values", do, None


def _say_unfit(fault: Fault) -> Said:
    yield f"{fault.name} {_UNFIT.get(fault.keyword, 'does not fit')}", fault.meaning, None


def _say_forms(fault: Fault) -> Said:
    forms = ", ".join(" with ".join(form.get("required", ())) for form in fault.wanted)
    do = fault.meaning if "errorMessage" in fault.schema else f"say one of: {forms}"
    yield f"{fault.name} must take exactly one of its forms", do, None


_KINDS = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "yes or no",
    "array": "a list",
    "object": "a mapping of `key: value`",
    "null": "empty",
}
_UNFIT = {
    "minLength": "is empty",
    "minItems": "has too few items",
    "maxItems": "has too many items",
    "minProperties": "has too few keys",
    "uniqueItems": "says the same thing twice",
    "pattern": "is not written as it must be",
    "format": "is not a date such as 2026-03-31",
    "minimum": "is too small",
    "maximum": "is too large",
    "exclusiveMinimum": "is too small",
    "exclusiveMaximum": "is too large",
}
_SAY: Mapping[str, tuple[str, Callable[[Fault], Said]]] = {
    "additionalProperties": (_UNKNOWN, _say_unknown),
    "unevaluatedProperties": (_UNKNOWN, _say_unknown),
    "required": (_MISSING, _say_missing),
    "dependencies": (_MISSING, _say_missing),
    "type": ("P105", _say_type),
    "enum": (_CHOICE, _say_choice),
    "const": (_CHOICE, _say_choice),
    "oneOf": (_FORMS, _say_forms),
    "anyOf": (_FORMS, _say_forms),
}
