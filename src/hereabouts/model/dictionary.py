"""The dictionary: what a partnership's data is about, and the fields that products share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hereabouts.errors import Location
from hereabouts.model.product import LogicalType


class How(StrEnum):
    """How one entity stands to another."""

    HAS_MANY = "has many"
    HAS_ONE = "has one"
    IS_PART_OF = "is part of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How an entity stands to another, and that in words: `lives in`."""

    to: str
    how: How
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataEntity:
    """One thing that data is about: a person, a household, a property, an area."""

    name: str
    title: str
    means: str
    key: tuple[str, ...] = ()  # shared fields that tell one from another
    term: str = ""  # of the glossary
    relations: tuple[Relation, ...] = ()
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedField:
    """A column that means the same in every product that has it."""

    name: str
    title: str
    type: LogicalType
    meaning: str
    unit: str = ""
    term: str = ""  # of the glossary
    entity: str = ""  # that it is about
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """dictionary.yml: entities and fields by name, in the order of the file."""

    entities: Mapping[str, DataEntity] = field(default_factory=dict)
    fields: Mapping[str, SharedField] = field(default_factory=dict)
