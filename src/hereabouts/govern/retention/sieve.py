"""Which rows go: a column and a question about its value, asked of every table in its own way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.govern.retention.marks import mark, normal_sql
from hereabouts.model.product import Column, LogicalType, Product
from hereabouts.model.retention import RetentionSchedule, kept_for
from hereabouts.model.sql import identifier, literal
from hereabouts.model.table import TableVersion
from hereabouts.quality.parse_text import parsed, trimmed

EVERYTHING = "true"
AT_ONCE = 100_000  # values in memory, of millions
UNKNOWN = "unknown"  # the table does not say: it goes or stays as a whole


@dataclass(frozen=True, slots=True)
class Sieve:
    """Rows whose value in `column` answers `asks`; without a column, all of them."""

    column: str | None
    asks: Callable[[str], str]  # SQL of a value -> SQL of a condition
    as_text: bool  # whether the value is compared as text, whatever its type


def everything() -> Sieve:
    """Every row."""
    return Sieve(None, lambda _: EVERYTHING, as_text=True)


def aged(schedule: RetentionSchedule, column: str, now: datetime) -> Sieve:
    """Rows that have been kept as long as the schedule says, on the day of `now`."""
    span = kept_for(schedule.keep)
    if span is None:
        raise TypeError(f"{schedule.name} has no length of time")
    day = literal(now.astimezone(UTC).date().isoformat())
    kept = f"interval ({span.months}) month + interval ({int(span.time.total_seconds())}) second"
    return Sieve(column, lambda value: f"{value} + {kept} <= {day}::date", as_text=False)


def keyed(session: Session, name: str, column: str, values: Iterable[str]) -> Sieve:
    """Rows whose value is one of these, compared as `normal_sql` has it.

    Args:
        session: gets a table `name` of the values, in memory alone.
        name: a plain word, of its own for each list.
        column: of the product.
        values: as people write them; those that are empty are none.
    """
    session.connection.execute(f"create or replace temp table {identifier(name)} (value varchar)")
    rows = [[value] for value in values]
    if rows:
        session.connection.executemany(
            f"insert into {identifier(name)} select {normal_sql('$1')}", rows
        )
        session.connection.execute(f"delete from {identifier(name)} where value = ''")
    listed = f"select value from {identifier(name)}"
    return Sieve(column, lambda value: f"{normal_sql(value)} in ({listed})", as_text=True)


def values_with_marks(
    session: Session, rows: str, value: str, *, key: bytes, kind: str, marks: frozenset[str]
) -> list[str]:
    """The values in a relation whose marks are listed, in their normal form.

    Args:
        session: to ask.
        rows: SQL that can stand after FROM.
        value: SQL of the value.
        key: that the marks were made with.
        kind: that they were made for, such as a shared field.
        marks: of values that are looked for.
    """
    asked = session.connection.execute(f"select distinct {normal_sql(value)} from {rows}")
    found: list[str] = []
    while some := asked.fetchmany(AT_ONCE):
        found += [one for (one,) in some if one and mark(key, kind, one) in marks]
    return found


def condition(sieve: Sieve, product: Product, table: TableVersion, kind: str) -> str:
    """SQL for the rows of one of a product's tables that go.

    Args:
        sieve: which.
        product: whose.
        table: the version.
        kind: table, bronze, quarantine or corrected.

    Returns:
        A condition; UNKNOWN where the table does not hold the column as it came.
    """
    if sieve.column is None:
        return EVERYTHING
    column = product.contract.column(sieve.column)
    if column is None:
        return UNKNOWN
    if kind == "table":
        return _whole(sieve.asks(identifier(column.name)))
    if kind == "bronze":
        heading = column.source_name
        plain = heading in table.columns and is_as_it_came(product, column)
        return _whole(sieve.asks(_read(sieve, column, identifier(heading)))) if plain else UNKNOWN
    cell = f"(record ->> {literal(column.name)})"
    return _whole(sieve.asks(_read(sieve, column, cell)))


def is_as_it_came(product: Product, column: Column) -> bool:
    """Whether the cells of bronze are the column's own: no model, words or corrections between."""
    heading = column.source_name
    ways = [way for part in product.source.parts for way in part.ways] if product.source else []
    changed = any(heading in way.values for way in ways)
    corrected = any(heading == one.column for one in product.corrections)
    return product.model is None and not changed and not corrected


def count(session: Session, table: TableVersion, where: str) -> int:
    """How many rows of the version are so."""
    row = session.connection.sql(
        f"select count(*) from ({scan(table)}) as held where {where}"
    ).fetchone()
    return int(row[0]) if row else 0


def _whole(asked: str) -> str:
    """A row of which nothing is known is not one of them."""
    return f"coalesce({asked}, false)"


def _read(sieve: Sieve, column: Column, text: str) -> str:
    if sieve.as_text or column.type is LogicalType.STRING:
        return text
    return f"({parsed(trimmed(text), column)})"
