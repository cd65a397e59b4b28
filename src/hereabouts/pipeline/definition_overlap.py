"""Whether definitions find the same people: each alone, every two, and all together."""

from dataclasses import dataclass
from itertools import combinations

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.model.application import DEFINITION, ENTITY, Application
from hereabouts.model.applied import Applied, read_applied
from hereabouts.model.definition import Definition
from hereabouts.model.sql import identifier
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.workspace import Workspace

_SPELLS = "spells"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two definitions of one kind of entity, and how many entities they find."""

    first: str
    second: str
    both: int
    only_first: int
    only_second: int

    @property
    def jaccard(self) -> float | None:
        """The share of those found by either that both find; None where nobody is found."""
        either = self.both + self.only_first + self.only_second
        return self.both / either if either else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What an applied product holds. Counts are exact: for the data team, not to be published."""

    product: str
    entities: dict[str, int]  # by definition
    pairs: tuple[Pair, ...]
    by_all: int | None  # found by every definition; None where they are of several kinds
    applied: tuple[Applied, ...]  # how the events fared


def definition_overlap(workspace: Workspace, product_id: str) -> Overlap | None:
    """The overlap of the definitions that a product applies, over all the time it covers.

    Args:
        workspace: the folder and its lake.
        product_id: a product made by apply.yml.

    Returns:
        None where the product has never been made, or was made by other definitions.
    """
    product = workspace.project.products[product_id]
    recipe, table = product.recipe, workspace.latest(product_id)
    if table is None or not isinstance(recipe, Application):
        return None
    applied = read_applied(table.facts)
    if {one.definition for one in applied} != {one.name for one in recipe.definitions}:
        return None
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        return _overlap(opened, product_id, recipe.definitions, table)


def _overlap(
    opened: Session, product_id: str, definitions: tuple[Definition, ...], table: TableVersion
) -> Overlap:
    opened.attach(_SPELLS, table)
    kinds = {definition.entity.kind for definition in definitions}
    names = [definition.name for definition in definitions]
    return Overlap(
        product=product_id,
        entities={name: _found_by_all(opened, [name]) for name in names},
        pairs=tuple(
            _pair(opened, one.name, other.name)
            for one, other in combinations(definitions, 2)
            if one.entity.kind is other.entity.kind
        ),
        by_all=_found_by_all(opened, names) if len(kinds) == 1 else None,
        applied=read_applied(table.facts),
    )


def _pair(opened: Session, first: str, second: str) -> Pair:
    both = _found_by_all(opened, [first, second])
    return Pair(
        first=first,
        second=second,
        both=both,
        only_first=_found_by_all(opened, [first]) - both,
        only_second=_found_by_all(opened, [second]) - both,
    )


def _found_by_all(opened: Session, names: list[str]) -> int:
    """Entities that every one of the named definitions finds."""
    sql = f"""select count(*) from (
        select {identifier(ENTITY)} from {_SPELLS} where list_contains(?, {identifier(DEFINITION)})
        group by 1 having count(distinct {identifier(DEFINITION)}) = ?)"""
    row = opened.connection.execute(sql, [names, len(names)]).fetchone()
    return int(row[0]) if row else 0
