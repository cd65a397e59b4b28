"""What messy_tables.yml says, and the raw cells of the files it is about.

Nothing here is the platform's: workbooks are read with openpyxl (XLSX) or calamine (XLS, ODS), so
that an expectation and the figure it expects cannot share a fault with the code under test.
"""

import csv
import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine
import yaml

EXPECTED = Path(__file__).with_name("messy_tables.yml")
Row = list[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure a person read, and where it stands: `at` in the sheet, `where` in the table."""

    at: str
    where: Mapping[str, tuple[str, ...]]  # heading -> any of these
    heading: str
    value: str | float | None
    marker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a file, as a data team would want it."""

    sheet: str | None
    first_row: int
    last_row: int
    columns: int
    headings: tuple[str | None, ...]  # the first three and the last
    rows: int  # of the tidy table
    key: tuple[str, ...]
    wide: Mapping[str, Any]  # empty when the headings are not values
    cells: tuple[Cell, ...]
    sums: tuple[Mapping[str, Any], ...]
    markers: Mapping[str, int]
    outcome: str
    wrong_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as published, and what is expected of it."""

    name: str
    publisher: str
    odd: str
    undecided: str  # what a person must say; empty when nothing
    tables: tuple[Table, ...]
    outcome: str  # without a word of help
    wrong_because: str


def expectations() -> tuple[File, ...]:
    """Every file, in the order of the names."""
    said = yaml.safe_load(EXPECTED.read_text("utf-8"))
    return tuple(_file(name, said[name]) for name in sorted(said))


def raw_cells(path: Path, sheet: str | None, places: Iterable[str]) -> dict[str, Any]:
    """What stands in these cells, such as `B12`, as the file holds it."""
    wanted = {place: _row_and_column(place) for place in places}
    rows = _raw_rows(path, sheet, last=max(row for row, _ in wanted.values()))
    return {place: rows[row - 1][column - 1] for place, (row, column) in wanted.items()}


def _file(name: str, said: Mapping[str, Any]) -> File:
    return File(
        name=name,
        publisher=said["publisher"],
        odd=said["odd"],
        undecided=said["undecided"] or "",
        tables=tuple(_table(table) for table in said["tables"]),
        outcome=said.get("outcome", ""),
        wrong_because=said.get("wrong_because", ""),
    )


def _table(said: Mapping[str, Any]) -> Table:
    wide = said["wide"] or {}
    return Table(
        sheet=said["sheet"],
        first_row=said["first_row"],
        last_row=said["last_row"],
        columns=said["columns"],
        headings=tuple(said["headings"]),
        rows=wide.get("rows", said["rows"]),
        key=tuple(said["key"] or ()),
        wide=wide,
        cells=tuple(_cell(cell) for cell in said["cells"]),
        sums=tuple(said["sums"]),
        markers=said["markers"],
        outcome=said.get("outcome", ""),
        wrong_because=said.get("wrong_because", ""),
    )


def _cell(said: Mapping[str, Any]) -> Cell:
    where = {
        heading: tuple(map(str, value if isinstance(value, list) else [value]))
        for heading, value in said["where"].items()
    }
    return Cell(
        at=said["at"],
        where=where,
        heading=str(said["heading"]),
        value=said.get("value"),
        marker=said.get("marker", ""),
    )


def _row_and_column(place: str) -> tuple[int, int]:
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(row), column


def _raw_rows(path: Path, sheet: str | None, *, last: int) -> list[Row]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))
    if path.suffix == ".xlsx":
        return _openpyxl_rows(path, str(sheet), last=last)
    workbook = python_calamine.CalamineWorkbook.from_path(str(path))
    return workbook.get_sheet_by_name(str(sheet)).to_python(skip_empty_area=False)


def _openpyxl_rows(path: Path, sheet: str, *, last: int) -> list[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of drawings and styles it leaves out
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            rows = workbook[sheet].iter_rows(min_row=1, max_row=last, values_only=True)
            return [list(row) for row in rows]
        finally:
            workbook.close()
