"""Definitions: a partnership's rules for who is seen often, such as a frequent caller."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hereabouts.errors import Location


class EntityKind(StrEnum):
    """What a definition is about, and what is compared with what."""

    PERSON = "person"
    ADDRESS = "address"
    HOUSEHOLD = "household"


class Unit(StrEnum):
    """What a window is counted in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


#: Units that a calendar has whole ones of, and units that are as long every time.
CALENDAR = frozenset({Unit.MONTH, Unit.QUARTER, Unit.YEAR})
ALWAYS_AS_LONG = frozenset({Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A length of time that rolls along, or so many whole months, quarters or years."""

    number: int
    unit: Unit
    calendar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """At least `count` episodes within a window."""

    count: int  # 2 or more
    within: Window
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeLimit:
    """A least or greatest age at the event, in completed years, itself included."""

    column: str
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """The events that count."""

    product: str
    time: str  # column: a timestamp or a date
    where: str | None = None  # SQL condition over the product's columns
    where_columns: tuple[str, ...] = ()  # which the condition reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Whom or what the events are about."""

    kind: EntityKind
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One rule: definitions/<rule>.yml. An entity meets it while it meets any of its clauses."""

    name: str
    title: str
    agency: str  # who uses it
    agreed: bool
    term: str  # the glossary's word that it defines
    why: str
    source: str
    events: Events
    entity: Entity
    minimum_age: AgeLimit | None = None
    maximum_age: AgeLimit | None = None
    same_episode_within: Window | None = None  # events nearer than this are one episode
    any_of: tuple[Clause, ...]
    at: Location

    @property
    def ages(self) -> Iterator[tuple[str, AgeLimit]]:
        """Its limits of age, by their keys."""
        for key, limit in (("minimum_age", self.minimum_age), ("maximum_age", self.maximum_age)):
            if limit:
                yield key, limit
