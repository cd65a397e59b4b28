"""A product that holds whom several definitions find, side by side: apply.yml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hereabouts.errors import Location
from hereabouts.model.definition import Definition

DEFINITION, ENTITY = "definition", "entity"
FIRST_MET, MET_UNTIL = "first_met_at", "met_until"
EVENTS, EPISODES = "events", "episodes"
#: What applying makes, before the columns that are kept.
MADE = (DEFINITION, ENTITY, FIRST_MET, MET_UNTIL, EVENTS, EPISODES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """Definitions to apply, each to its own events."""

    names: tuple[str, ...]  # as apply.yml lists them
    definitions: tuple[Definition, ...]  # those of them that the folder has
    keep: tuple[str, ...] = ()  # columns of the events, as they are when a definition is first met
    at: Location

    @property
    def reads(self) -> Mapping[str, frozenset[str]]:
        """`domain.product` -> the columns of it that are read."""
        found: dict[str, set[str]] = {}
        for definition in self.definitions:
            found.setdefault(definition.events.product, set()).update(self._columns(definition))
        return {product: frozenset(columns) for product, columns in found.items()}

    @property
    def inputs(self) -> tuple[str, ...]:
        """Every product of events."""
        return tuple(self.reads)

    def sources_of(self, column: str) -> tuple[str, ...]:
        """What a column comes from, as `domain.product.column`."""
        found = (
            f"{definition.events.product}.{name}"
            for definition in self.definitions
            for name in self._behind(definition, column)
        )
        return tuple(dict.fromkeys(found))

    def _behind(self, definition: Definition, column: str) -> tuple[str, ...]:
        if column in self.keep:
            return (column,)
        if column == ENTITY:
            return (definition.entity.column,)
        return (definition.events.time,) if column in MADE[2:] else ()

    def _columns(self, definition: Definition) -> Iterator[str]:
        yield from (definition.events.time, definition.entity.column)
        yield from definition.events.where_columns
        yield from (limit.column for _, limit in definition.ages)
        yield from self.keep
