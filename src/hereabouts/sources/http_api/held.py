"""What we hold from last time, to which the changes since are added."""

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb

from hereabouts.sources.http_api.settings import Cursor
from hereabouts.sources.scanning import pattern

PARQUET = b"PAR1"
NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?")
AT_ONCE = 2000
csv.field_size_limit(sys.maxsize)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Our own file of last time, its columns, and the newest value of the cursor's field."""

    path: Path
    columns: tuple[str, ...]
    newest: str

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The rows in order, an empty text for nothing."""
        found = _rows(self.path)
        next(found)
        return found


def read_held(path: Path, *, kind: str, cursor: Cursor, record_key: tuple[str, ...]) -> Held | None:
    """What is held, or None when it cannot be built upon and the whole must be asked for.

    It cannot when it is of another kind than is wanted now, lacks a column that is wanted, or has
    no value of the cursor's field.
    """
    with path.open("rb") as file:
        is_parquet = file.read(4) == PARQUET
    if is_parquet != (kind == "parquet"):
        return None
    try:
        rows = _rows(path)
        columns = next(rows, ())
        if not {cursor.field, *record_key} <= set(columns):
            return None
        place = columns.index(cursor.field)
        newest = newest_of(row[place] for row in rows if row[place])
    except (UnicodeDecodeError, csv.Error, IndexError, duckdb.Error):
        return None
    return Held(path=path, columns=columns, newest=newest) if newest else None


def newest_of(values: Iterator[str]) -> str:
    """The largest: as numbers when all are numbers, otherwise as text, which ISO dates suit."""
    by_text, by_number, all_numbers = "", "", True
    largest: Decimal | None = None
    for value in values:
        by_text = max(by_text, value)
        all_numbers = all_numbers and NUMBER.fullmatch(value) is not None
        if all_numbers and (largest is None or Decimal(value) > largest):
            largest, by_number = Decimal(value), value
    return by_number if all_numbers else by_text


def _rows(path: Path) -> Iterator[tuple[str, ...]]:
    with path.open("rb") as file:
        is_parquet = file.read(4) == PARQUET
    return _parquet_rows(path) if is_parquet else _csv_rows(path)


def _csv_rows(path: Path) -> Iterator[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from map(tuple, csv.reader(file))


def _parquet_rows(path: Path) -> Iterator[tuple[str, ...]]:
    with duckdb.connect() as connection:
        found = connection.execute("select * from read_parquet($1)", [pattern(path)])
        yield tuple(name for name, *_ in found.description or ())
        while batch := found.fetchmany(AT_ONCE):
            for row in batch:
                yield tuple("" if cell is None else str(cell) for cell in row)
