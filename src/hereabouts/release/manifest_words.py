"""What a release says of its words: terms of the glossary, and the dictionary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedTerm:
    """What is said of a term beside its meaning and its other names."""

    owner: str = ""
    broader: str = ""  # a term
    related: tuple[str, ...] = ()  # terms
    source: str = ""  # an address


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedRelation:
    """How an entity stands to another."""

    to: str
    how: str  # has many | has one | is part of
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedEntity:
    """One thing that data is about."""

    name: str
    title: str
    means: str
    key: tuple[str, ...] = ()  # fields
    term: str = ""
    relations: tuple[ReleasedRelation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedField:
    """A column that means the same in every product that has it."""

    name: str
    title: str
    type: str
    meaning: str
    unit: str = ""
    term: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedDictionary:
    """Entities and fields, in the order of dictionary.yml."""

    entities: tuple[ReleasedEntity, ...] = ()
    fields: tuple[ReleasedField, ...] = ()
