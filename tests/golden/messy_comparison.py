"""Holds a product that was built to the table that a person expects."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from tests.golden.messy_expectations import Cell, Table

Row = Sequence[Any]
NOTE = re.compile(r"\[[^\]]*note[^\]]*\]|\(\s*\d+(\s*,\s*\d+)*\s*\)|[†¹²³⁴]")
GLUED = re.compile(r"(?<=[a-z)])\d(?=\W|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltColumn:
    """A column of the contract."""

    name: str
    heading: str
    key: bool
    marker_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A product as it is in the lake, and what its source.yml says of headings made rows."""

    columns: tuple[BuiltColumn, ...]
    rows: tuple[Row, ...]  # in the columns' order
    quarantined: int
    into: str = ""  # the heading of what the headings became; empty: none did
    value: str = ""

    @property
    def seen(self) -> tuple[BuiltColumn, ...]:
        """The columns that a person would find in the sheet."""
        return tuple(column for column in self.columns if not column.marker_of)

    def cells(self, column: BuiltColumn, rows: Sequence[Row] | None = None) -> list[Any]:
        """A column's values."""
        place = self.columns.index(column)
        return [row[place] for row in (self.rows if rows is None else rows)]

    def marker(self, column: BuiltColumn) -> BuiltColumn | None:
        """The column that says why values of this one are missing."""
        return next((other for other in self.columns if other.marker_of == column.name), None)


def differences(table: Table, built: Built) -> list[str]:
    """What is not as a person expects, in words; empty when all of it is."""
    return list(_differences(table, built))


def _differences(table: Table, built: Built) -> Iterator[str]:
    if len(built.rows) + built.quarantined != table.rows or built.quarantined:
        yield f"{len(built.rows)} rows ({built.quarantined} in quarantine), not {table.rows}"
    if bool(table.wide) != bool(built.into):
        yield "its headings became rows" if built.into else "its headings are still columns"
        return
    if not table.wide and len(built.seen) != table.columns:
        yield f"{len(built.seen)} columns, not {table.columns}"
    if table.key and not any(column.key for column in built.columns):
        yield "it has no key"
    yield from _headings(table, built)
    for cell in table.cells:
        yield from _cell(cell, table, built)
    for said in table.sums:
        yield from _sum(said, table, built)
    yield from _markers(table, built)


def _headings(table: Table, built: Built) -> Iterator[str]:
    expected = table.wide["kept"] if table.wide else table.headings
    for heading in expected:
        if heading is not None and _column(heading, built) is None:
            yield f"no column for the heading {heading!r}"


def _cell(cell: Cell, table: Table, built: Built) -> Iterator[str]:
    rows: Sequence[Row] = built.rows
    where = dict(cell.where) | ({built.into: (cell.heading,)} if table.wide else {})
    for heading, wanted in where.items():
        column = _column(heading, built)
        if column is None:
            yield f"{cell.at}: no column for {heading!r}"
            return
        place = built.columns.index(column)
        rows = [row for row in rows if any(_same(row[place], value) for value in wanted)]
    if len(rows) != 1:
        yield f"{cell.at}: {len(rows)} rows, not one"
        return
    column = _column(built.value if table.wide else cell.heading, built)
    if column is None:
        yield f"{cell.at}: no column for {cell.heading!r}"
        return
    found = built.cells(column, rows)[0]
    if cell.marker:
        marker = built.marker(column)
        if found is not None or marker is None or built.cells(marker, rows)[0] is None:
            yield f"{cell.at}: no marker beside a missing value"
    elif not _same(found, cell.value):
        yield f"{cell.at}: another value"


def _sum(said: Mapping[str, Any], table: Table, built: Built) -> Iterator[str]:
    heading, rows = str(said["heading"]), built.rows
    column = _column(built.value if table.wide else heading, built)
    if table.wide and (into := _column(built.into, built)):
        place = built.columns.index(into)
        rows = tuple(row for row in rows if _same(row[place], heading))
    if column is None:
        yield f"no column to add up for {heading!r}"
        return
    cells = built.cells(column, rows)
    numbers = [float(cell) for cell in cells if isinstance(cell, int | float) or said.get("code")]
    if not math.isclose(math.fsum(numbers), said["sum"], rel_tol=1e-9):
        yield f"{heading!r} adds up to something else"
    marker = built.marker(column)
    shown = sum(value is not None for value in built.cells(marker, rows)) if marker else 0
    if shown != said["markers"]:
        yield f"{heading!r} has {shown} markers, not {said['markers']}"


def _markers(table: Table, built: Built) -> Iterator[str]:
    markers = [column for column in built.columns if column.marker_of]
    shown = sum(value is not None for column in markers for value in built.cells(column))
    if shown != sum(table.markers.values()):
        yield f"{shown} markers in all, not {sum(table.markers.values())}"


def _column(heading: str, built: Built) -> BuiltColumn | None:
    """The column of a heading: by its place, its words, or words that begin or end with them."""
    if numbered := re.fullmatch(r"#(\d+)", heading):
        return (dict(enumerate(built.seen, start=1))).get(int(numbered[1]))
    wanted = _letters(heading)
    known = {_letters(column.heading): column for column in reversed(built.seen)}
    if wanted in known:
        return known[wanted]
    alike = [word for word in known if word.startswith(wanted) or word.endswith(wanted)]
    if len(alike) == 1:
        return known[alike[0]]
    near = get_close_matches(wanted, known, n=1, cutoff=0.95)
    return known[near[0]] if near else None


def _letters(heading: str) -> str:
    clean = GLUED.sub("", NOTE.sub("", " ".join(heading.casefold().split())))
    return re.sub(r"[^\w%+£]", "", clean)


@lru_cache(maxsize=1 << 16, typed=True)
def _same(found: object, wanted: object) -> bool:
    """Whether a cell is what was expected; a year may have become the day it begins."""
    if isinstance(found, date) and re.fullmatch(r"\d{4}", str(wanted)):
        return found == date(int(str(wanted)), 1, 1)
    try:
        return math.isclose(float(str(found)), float(str(wanted)), rel_tol=1e-12)
    except ValueError:
        return _plain(found) == _plain(wanted)


def _plain(value: object) -> str:
    return " ".join(str(value).split()).casefold()
