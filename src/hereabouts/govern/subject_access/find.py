"""What is held of one person, why, since when, and with whom it is shared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.govern.retention.holdings import Holdings, table_names
from hereabouts.govern.retention.people import Keys, key_columns
from hereabouts.govern.retention.sieve import Sieve, condition, count, keyed
from hereabouts.lake.forgetting import earlier
from hereabouts.model.agreement import Agreement, AgreementStatus
from hereabouts.model.product import Column, LogicalType, Product
from hereabouts.model.retention import RetentionSchedule
from hereabouts.model.sql import identifier, literal
from hereabouts.model.table import TableVersion

REDACTED = "[about somebody else]"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOf:
    """What one product holds of the person."""

    product: Product
    columns: tuple[Column, ...]  # as in the rows; outlines are left out
    rows: tuple[tuple[str, ...], ...]  # text; what is about somebody else is REDACTED
    refused: tuple[tuple[str, ...], ...]  # the same, of rows that broke the contract
    earlier_rows: int  # the most that an earlier version has
    shared: tuple[Agreement, ...]  # under which somebody else may see it, now or before
    schedule: RetentionSchedule | None


def find_held(holdings: Holdings, session: Session, keys: Keys, today: date) -> Iterator[HeldOf]:
    """What each product holds of the person whose keys these are, in the folder's order.

    Args:
        holdings: the project.
        session: to ask with.
        keys: every number that the person is known by.
        today: the day on which agreements are in force or over.
    """
    sieves = _sieves(holdings, session, keys)
    for product in holdings.project.products.values():
        if product.id in sieves:
            found = _held_of(holdings, session, product, sieves[product.id], today)
            if found.rows or found.refused or found.earlier_rows:
                yield found


def _sieves(holdings: Holdings, session: Session, keys: Keys) -> Mapping[str, list[Sieve]]:
    found: dict[str, list[Sieve]] = {}
    for number, (field, values) in enumerate(keys.by_field.items()):
        for product_id, columns in key_columns(holdings.project, field).items():
            found.setdefault(product_id, []).extend(
                keyed(session, f"asked_{number}", column, values) for column in columns
            )
    return found


def _held_of(
    holdings: Holdings, session: Session, product: Product, sieves: list[Sieve], today: date
) -> HeldOf:
    past = list(earlier(holdings.lake, table_names(product)["table"]))[1:]
    return HeldOf(
        product=product,
        columns=_columns(product),
        rows=_rows(holdings, session, product, sieves, "table"),
        refused=_rows(holdings, session, product, sieves, "quarantine"),
        earlier_rows=max(
            (
                count(session, one, _any(sieves, product, one, "table"))
                for one in past
                if one.files and all(s.column in one.columns for s in sieves)
            ),
            default=0,
        ),
        shared=_shared(holdings, product, today),
        schedule=next(
            (one for one in holdings.project.schedules.values() if one.covers(product.id)), None
        ),
    )


def _any(sieves: list[Sieve], product: Product, table: TableVersion, kind: str) -> str:
    return " or ".join(f"({condition(one, product, table, kind)})" for one in sieves)


def _rows(
    holdings: Holdings, session: Session, product: Product, sieves: list[Sieve], kind: str
) -> tuple[tuple[str, ...], ...]:
    """The person's rows of one of the product's tables: `table` or `quarantine`."""
    table = holdings.lake.latest(table_names(product)[kind])
    if table is None or not table.files:
        return ()
    cells = {
        column.name: f"cast({identifier(column.name)} as varchar)"
        if kind == "table"
        else f"(record ->> {literal(column.name)})"
        for column in _columns(product)
    }
    return _asked(session, product, cells, table, _any(sieves, product, table, kind))


def _columns(product: Product) -> tuple[Column, ...]:
    return tuple(c for c in product.contract.columns if c.type is not LogicalType.GEOMETRY)


def _asked(
    session: Session, product: Product, cells: Mapping[str, str], table: TableVersion, where: str
) -> tuple[tuple[str, ...], ...]:
    third = product.handling.third_party
    said = ", ".join(
        f"case when {cell} is null then '' else {literal(REDACTED)} end"
        if name in third
        else f"coalesce({cell}, '')"
        for name, cell in cells.items()
    )
    asked = f"select {said} from ({scan(table)}) as held where {where} order by all"
    return tuple(tuple(map(str, row)) for row in session.connection.sql(asked).fetchall())


def _shared(holdings: Holdings, product: Product, today: date) -> tuple[Agreement, ...]:
    """Agreements that open it or opened it; one that is still to come has shown nobody anything."""
    return tuple(
        one
        for one in holdings.project.agreements.values()
        if one.product(product.id) and one.status(today) is not AgreementStatus.COMING
    )
