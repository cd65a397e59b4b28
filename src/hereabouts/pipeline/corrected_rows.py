"""Rows that people corrected, put in place of those that were received."""

from collections.abc import Sequence
from dataclasses import dataclass

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.errors import DataError
from hereabouts.lake.layout import corrected as corrected_table
from hereabouts.model.place_in_file import file_sql
from hereabouts.model.product import LogicalType, Product
from hereabouts.model.sql import identifier, literal
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.offered import (
    UNREADABLE_RECORD,
    offered_columns,
    record_hash_sql,
    record_sql,
)
from hereabouts.pipeline.workspace import Workspace
from hereabouts.quality.typing import typed_select
from hereabouts.sources import Rejected

_REPLACING, _AS_TEXT = "replacing", "corrected_text"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The corrections kept for a product, and the received bytes it is being made from."""

    table: TableVersion
    files: tuple[str, ...]  # hashes, in the order of their numbers


def kept_corrections(
    workspace: Workspace, product: Product, *, files: tuple[str, ...]
) -> Corrected | None:
    """What to put in place of received rows; None when nothing was ever corrected."""
    table = workspace.lake.latest(corrected_table(product.id)) if product.source else None
    return Corrected(table, files) if table and table.files else None


def put_in_place(
    session: Session,
    product: Product,
    corrected: Corrected,
    rejected: Sequence[Rejected],
    *,
    typed: str,
) -> frozenset[int]:
    """Replace rows of the typed relation, which then are judged like any other.

    Returns:
        The numbers of the rows replaced.

    Raises:
        DataError: Q321 a row is no longer what it was when somebody corrected it.
    """
    connection = session.connection
    unreadable = ", ".join(f"({line.row}::bigint)" for line in rejected) or "(null::bigint)"
    found = f"select _row, {record_hash_sql(record_sql(product))} as is_now from {typed}"
    lines = (
        f"select col0 as _row, {literal(UNREADABLE_RECORD)} as is_now from (values {unreadable})"
    )
    connection.execute(
        f"create or replace temp table {_REPLACING} as"
        f" select k._row, k.record, k.was = n.is_now as stands"
        f" from ({scan(corrected.table)}) as k left join ({found} union all {lines}) as n"
        f" on n._row = k._row where k._file = {file_sql('k._row', corrected.files)}"
    )
    _refuse_changed(session, product)
    _replace(session, product, typed)
    rows = connection.sql(f"select _row from {_REPLACING}").fetchall()
    return frozenset(int(row[0]) for row in rows)


def _refuse_changed(session: Session, product: Product) -> None:
    row = session.connection.sql(
        f"select count(*) from {_REPLACING} where not coalesce(stands, false)"
    ).fetchone()
    if row and row[0]:
        raise DataError(
            f"rows of '{product.id}' are no longer what they were when they were corrected",
            code="Q321",
            do=f"run `hereabouts quarantine {product.id} --withdraw`, build, and correct them again"
            " from a new export",
            at=product.source.at if product.source else product.at,
        )


def _replace(session: Session, product: Product, typed: str) -> None:
    """Geometry is not for hands: a corrected row keeps the outline it came with."""
    texts = [
        f"r.record ->> {literal(column.name)} as {identifier(column.name)}"
        for column in offered_columns(product)
    ]
    shapes = [
        f"t.{identifier(column.name)}"
        for column in product.contract.columns
        if column.type is LogicalType.GEOMETRY
    ]
    session.connection.execute(
        f"create or replace temp table {_AS_TEXT} as select r._row, {', '.join(texts + shapes)}"
        f" from {_REPLACING} as r left join {typed} as t on t._row = r._row"
    )
    types = {
        column.name: "blob" if column.type is LogicalType.GEOMETRY else "varchar"
        for column in product.contract.columns
    }
    select = typed_select(product.contract, _AS_TEXT, types)
    session.connection.execute(f"delete from {typed} where _row in (select _row from {_REPLACING})")
    session.connection.execute(f"insert into {typed} by name {select}")
