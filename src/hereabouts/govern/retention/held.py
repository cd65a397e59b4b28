"""What legal holds protect of what would go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.errors import GoverningError
from hereabouts.govern.retention.holdings import Holdings, table_names
from hereabouts.govern.retention.marks import existing_key
from hereabouts.govern.retention.received import files_without, received_objects
from hereabouts.govern.retention.sieve import (
    UNKNOWN,
    Sieve,
    condition,
    count,
    everything,
    keyed,
    values_with_marks,
)
from hereabouts.lake.forgetting import earlier
from hereabouts.model.product import Product
from hereabouts.model.retention import HeldRows, Hold
from hereabouts.model.sql import identifier, literal
from hereabouts.model.table import TableVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """A hold, and how many rows it protects of those that would go."""

    hold: Hold
    rows: int


def held_back(
    holdings: Holdings, session: Session, product: Product, going: Sieve, today: date
) -> tuple[HeldBack, ...]:
    """The active holds that protect something of what would go.

    A row in quarantine, or in an earlier version, is protected as one in the table is.
    """
    return tuple(_held(holdings, session, product, going, today))


def files_held(
    holdings: Holdings, session: Session, product: Product, today: date
) -> frozenset[str]:
    """The received files with a row that a hold protects: they stay whole until it is lifted."""
    found: set[str] = set()
    table = holdings.table(product)
    active = (h for h in holdings.project.holds.values() if h.is_active(today))
    for hold in (one for one in active if table and one.covers(product.id)):
        protected = _protected(holdings, session, hold, product, table) if table else everything()
        found |= set(received_objects(holdings, product)) - files_without(
            holdings, session, product, protected
        )
    return frozenset(found)


def refuse_held(product: Product, held: tuple[HeldBack, ...], what: str) -> GoverningError:
    """The refusal of what would delete rows that a hold protects; for the caller to raise."""
    first = held[0].hold
    names = ", ".join(repr(one.hold.name) for one in held)
    return GoverningError(
        f"{what} would delete rows of {product.id} that hold {names} protects; nothing was deleted",
        code="G131",
        do=f"leave them, or ask {first.placed_by} to lift the hold",
        at=first.at,
    )


def _held(
    holdings: Holdings, session: Session, product: Product, going: Sieve, today: date
) -> Iterator[HeldBack]:
    for hold in holdings.project.holds.values():
        if hold.is_active(today) and hold.covers(product.id):
            rows = sum(
                max(
                    (
                        _rows(session, product, (going, protected), table, kind)
                        for table in earlier(holdings.lake, table_names(product)[kind])
                        for protected in [_protected(holdings, session, hold, product, table)]
                    ),
                    default=0,
                )
                for kind in ("table", "quarantine")
            )
            if rows:
                yield HeldBack(hold=hold, rows=rows)


def _rows(
    session: Session, product: Product, both: tuple[Sieve, Sieve], table: TableVersion, kind: str
) -> int:
    conditions = [condition(one, product, table, kind) for one in both]
    from_before = any(one.column and one.column not in table.columns for one in both)
    if not table.files or UNKNOWN in conditions or (kind == "table" and from_before):
        return 0
    return count(session, table, " and ".join(f"({one})" for one in conditions))


def _protected(
    holdings: Holdings, session: Session, hold: Hold, product: Product, table: TableVersion
) -> Sieve:
    if hold.rows is None:
        return everything()
    values = hold.rows.values or _marked(holdings, session, hold.rows, product, table)
    return keyed(session, f"held_{hold.name}", hold.rows.column, values)


def _marked(
    holdings: Holdings, session: Session, rows: HeldRows, product: Product, table: TableVersion
) -> list[str]:
    """The values in the product that the hold's marks stand for."""
    kind = product.handling.same_as.get(rows.column, rows.column)
    held = rows.column in table.columns
    value = identifier(rows.column) if held else f"(record ->> {literal(rows.column)})"
    return values_with_marks(
        session,
        f"({scan(table)}) as held",
        value,
        key=existing_key(holdings.home),
        kind=kind,
        marks=frozenset(rows.marks),
    )
