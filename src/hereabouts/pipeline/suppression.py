"""People who were erased stay out of what is received again: looked for as each product is made."""

from collections.abc import Mapping

import duckdb

from hereabouts.engine.duckdb.session import Session
from hereabouts.govern.retention.holdings import Holdings
from hereabouts.govern.retention.people import field_of
from hereabouts.govern.retention.received import destroy, facts_that_stay
from hereabouts.govern.retention.remembered import Suppressed, suppressed
from hereabouts.govern.retention.sieve import is_as_it_came, keyed, values_with_marks
from hereabouts.lake.forgetting import forget_history
from hereabouts.lake.layout import bronze
from hereabouts.model.product import Product
from hereabouts.model.sql import identifier
from hereabouts.pipeline.acquisition import Held
from hereabouts.pipeline.candidate import CANDIDATE
from hereabouts.pipeline.workspace import Workspace

_RECEIVED, _BEFORE = "received_rows", "candidate_before"


class Suppression:
    """Who is left out of one product, and whether somebody was.

    Received rows are asked where they hold the column as it came, so that no copy is kept. Where
    a model stands between, only what it offers tells. What is made from other products is made
    from those who are left.
    """

    def __init__(self, workspace: Workspace, product: Product, everybody: Suppressed) -> None:
        self._workspace, self._product, self._everybody = workspace, product, everybody
        self._fields = _fields(workspace, product, everybody)
        self.left_out = False
        self._in_disguise = False  # bronze does not hold the column as it came

    def received(self, session: Session, rows: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
        """What was received, without them."""
        names = {
            column.source_name: self._fields[column.name]
            for column in self._product.contract.columns
            if column.name in self._fields and is_as_it_came(self._product, column)
        }
        wanted = {name: field for name, field in names.items() if name in rows.columns}
        where = self._conditions(session, rows, wanted) if wanted else []
        return rows.filter(" and ".join(where)) if where else rows

    def offered(self, session: Session) -> None:
        """Leave them out of what the product is offered, where bronze could not tell."""
        if self._product.source is None:
            return
        rows = session.connection.table(CANDIDATE)
        hidden = {
            column.name: self._fields[column.name]
            for column in self._product.contract.columns
            if column.name in self._fields and not is_as_it_came(self._product, column)
        }
        where = self._conditions(session, rows, hidden)
        if where:
            self._in_disguise = True
            session.connection.execute(f"drop view if exists {_BEFORE}")
            session.connection.execute(f"alter view {CANDIDATE} rename to {_BEFORE}")
            session.connection.execute(
                f"create view {CANDIDATE} as select * from {_BEFORE} where {' and '.join(where)}"
            )

    def keep_no_copy(self, held: Held | None) -> None:
        """Once the product is made: what still has them goes, and so does the product's past."""
        workspace, product = self._workspace, self._product
        holdings = Holdings(workspace.project, workspace.layout, workspace.lake)
        files: dict[str, str] = {}
        if held and self.left_out:
            files = {file.sha256: file.received_at for file in held.files}
            destroy(holdings, product, files)
        if self._in_disguise and (table := workspace.lake.latest(bronze(product.id))):
            with duckdb.connect() as connection:
                empty = connection.from_parquet(list(table.files), union_by_name=True).limit(0)
                stays = facts_that_stay(holdings, product, gone=frozenset(files), left=frozenset())
                workspace.lake.write(table.name, empty, facts={**table.facts, **stays})
            forget_history(workspace.lake, table.name)
        forget_history(workspace.lake, workspace.table_name(product))

    def _conditions(
        self, session: Session, rows: duckdb.DuckDBPyRelation, fields: Mapping[str, str]
    ) -> list[str]:
        """SQL that is true of everybody else, for each column where there is somebody."""
        found = []
        for number, (name, field) in enumerate(fields.items()):
            values = values_with_marks(
                session,
                f"({rows.sql_query()}) as rows",
                identifier(name),
                key=self._everybody.key,
                kind=field,
                marks=self._everybody.marks[field],
            )
            if values:
                self.left_out = True
                sieve = keyed(session, f"left_out_{number}", name, values)
                found.append(f"not coalesce({sieve.asks(identifier(name))}, false)")
        return found


def suppression(workspace: Workspace, product: Product) -> Suppression | None:
    """Who is left out of a product; None where nobody was ever erased from it or its inputs.

    Raises:
        GoverningError: G130 the key that they are known by is not there.
    """
    everybody = everybody_left_out(workspace)
    if everybody is None:
        return None
    waiting, seen = [product.id], set[str]()
    while waiting:
        name = waiting.pop()
        one = workspace.project.products.get(name)
        if one is None or name in seen:
            continue
        if _fields(workspace, one, everybody):
            return Suppression(workspace, product, everybody)
        seen.add(name)
        waiting += one.made_from
    return None


def everybody_left_out(workspace: Workspace) -> Suppressed | None:
    """Everybody who was erased; None when nobody was.

    Raises:
        GoverningError: G130 the key that they are known by is not there.
    """
    return suppressed(Holdings(workspace.project, workspace.layout, workspace.lake).home)


def revision(workspace: Workspace, product: Product, everybody: Suppressed | None) -> int:
    """How many people are left out of a product: when it changes, the product is made again."""
    if everybody is None:
        return 0
    fields = set(_fields(workspace, product, everybody).values())
    return sum(len(everybody.marks[field]) for field in fields)


def _fields(workspace: Workspace, product: Product, everybody: Suppressed) -> dict[str, str]:
    """Column -> the field it holds, of those by which somebody is left out."""
    third = product.handling.third_party
    columns = (c for c in product.contract.columns if c.name not in third)
    held = {column.name: field_of(workspace.project, product, column) for column in columns}
    return {name: field for name, field in held.items() if field in everybody.marks}
