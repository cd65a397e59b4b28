"""From JSON to a dataclass, part by part: keys that a later version adds are passed over."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

Part = TypeVar("Part")
Json = Mapping[str, Any]


def part(kind: type[Part], said: Json, /, **readers: Callable[[Any], Any]) -> Part:
    """`kind` from its own keys of `said`, each as it is unless it has a reader.

    Raises:
        KeyError: `said` lacks a key that has no default.
    """
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # Part is a dataclass
    known = [name for name in names if name in said or name not in _defaults(kind)]
    return kind(**{name: readers.get(name, _as_it_is)(said[name]) for name in known})


def _defaults(kind: type[Any]) -> set[str]:
    """What a release made by an earlier version may not say."""
    return {
        field.name
        for field in fields(kind)
        if field.default is not MISSING or field.default_factory is not MISSING
    }


def _as_it_is(value: Any) -> Any:
    return value


def each(reader: Callable[[Any], Part]) -> Callable[[Any], tuple[Part, ...]]:
    """A reader of lists of what `reader` reads."""
    return lambda values: tuple(reader(value) for value in values)
