"""From release.json's words to terms and the dictionary."""

from collections.abc import Mapping
from typing import Any

from hereabouts.release.json_parts import each, part
from hereabouts.release.manifest_words import (
    ReleasedDictionary,
    ReleasedEntity,
    ReleasedField,
    ReleasedRelation,
    ReleasedTerm,
)

Json = Mapping[str, Any]


def parse_terms(said: Json) -> dict[str, ReleasedTerm]:
    """What more is said of each term."""
    return {name: part(ReleasedTerm, more, related=tuple) for name, more in said.items()}


def parse_dictionary(said: Json) -> ReleasedDictionary:
    """Entities and shared fields."""
    return part(
        ReleasedDictionary,
        said,
        entities=each(_entity),
        fields=each(lambda value: part(ReleasedField, value)),
    )


def _entity(said: Json) -> ReleasedEntity:
    relations = each(lambda value: part(ReleasedRelation, value))
    return part(ReleasedEntity, said, key=tuple, relations=relations)
