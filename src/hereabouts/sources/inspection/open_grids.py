"""Open a file as grids of typed cells, and say what kind of file it is."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources.csv.delimiter import find_delimiter
from hereabouts.sources.csv.encoding import find_encoding
from hereabouts.sources.inspection.grid import Grid, Row
from hereabouts.sources.spreadsheet.sheet import Sheet
from hereabouts.sources.spreadsheet.workbook import opened_workbook

_ZIP, _OLE, _PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"
MOST_CELLS = 20_000_000  # of one sheet, in memory at once


@dataclass(frozen=True, slots=True)
class TextForm:
    """What a CSV's bytes say of how to read it."""

    encoding: str
    delimiter: str


def kind_of(path: Path) -> str:
    """The kind of source a file is, from its first bytes.

    Raises:
        SourceError: S160 it cannot be read, or is of no kind that is known.
    """
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise _unknown(path, f"cannot be read: {error.strerror or 'unknown reason'}") from error
    if head.startswith((_ZIP, _OLE)):
        return "spreadsheet"
    if head.startswith(_PARQUET):
        return "parquet"
    if not head.strip():
        raise _unknown(path, "is empty")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "geojson"
    if head.lstrip().lower().startswith((b"%pdf", b"<!doctype", b"<html", b"\x1f\x8b")):
        raise _unknown(path, "is a web page, a PDF or a packed file, not a table")
    return "csv"


def sheets(path: Path, *, only: str | None = None) -> Iterator[Grid]:
    """Each sheet of a workbook that can be seen, or the one that is called `only`.

    Raises:
        SourceError: S161 there is no such sheet; S130, S173 to S176 the workbook cannot be read.
    """
    source = Source(
        kind="spreadsheet",
        location={"path": path.name},
        options={"max_cells": str(MOST_CELLS)},
        at=Location(path.name),
    )
    with opened_workbook(path, source=source) as book:
        names = [name for name, seen in book.sheets.items() if seen == "Visible"]
        if only is not None:
            names = [name for name in book.sheets if name.strip() == only.strip()]
        if not names:
            raise _no_sheet(path, list(book.sheets))
        for name in names:
            yield _grid(book.sheet(name))


def _grid(sheet: Sheet) -> Grid:
    left = sheet.start[1] if sheet.start else 0
    return Grid(
        name=sheet.name,
        rows=[[*[""] * left, *row] for row in sheet.iter_rows()],
        merged=tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ()),
    )


def _no_sheet(path: Path, names: list[str]) -> SourceError:
    return SourceError(
        f"'{path.name}' has no such sheet",
        code="S161",
        do=f"give --sheet one of: {', '.join(names[:40])}",
    )


def text_grid(path: Path) -> tuple[Grid, TextForm]:
    """A CSV as a grid. Each row keeps the line that it begins on."""
    encoding = find_encoding(path)
    text = path.read_bytes().decode(encoding, "replace").removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    delimiter = _delimiter(text)
    rows: list[Row] = []
    numbers: list[int] = []
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            if any(cells):
                rows.append(list(cells))
                numbers.append(before + 1)
            before = reader.line_num
    except csv.Error as error:
        raise _unknown(path, "has a line that no reader can take apart") from error
    return Grid(name="", rows=rows, numbers=tuple(numbers)), TextForm(encoding, delimiter)


def _delimiter(text: str) -> str:
    """From the longest run of lines, so that a title above the heading does not mislead."""
    lines = [line for line in text[: 1 << 20].split("\n") if line.strip()]
    return find_delimiter(lines[len(lines) // 3 :][:200] or lines, quote='"')


def _unknown(path: Path, problem: str) -> SourceError:
    return SourceError(
        f"'{path.name}' {problem}",
        code="S160",
        do="give a CSV, a workbook (XLSX, XLS, XLSB, ODS), a Parquet or a GeoJSON file, whole",
    )
