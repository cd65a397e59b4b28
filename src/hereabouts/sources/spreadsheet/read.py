"""A sheet of a workbook as rows of text with their row numbers."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.model.sql import identifier
from hereabouts.sources.headings import RESERVED
from hereabouts.sources.naming import file_name
from hereabouts.sources.rows import Rows
from hereabouts.sources.scanning import Lines, scan_csv, scratch_file
from hereabouts.sources.spreadsheet.cells import cell_text
from hereabouts.sources.spreadsheet.header import header_cells, sheet_headings
from hereabouts.sources.spreadsheet.options import SpreadsheetOptions, spreadsheet_options
from hereabouts.sources.spreadsheet.sheet import Sheet
from hereabouts.sources.spreadsheet.workbook import opened_sheet


def read(
    source: Source, path: Path, *, connection: duckdb.DuckDBPyConnection, scratch: Path
) -> Rows:
    """The rows of one sheet.

    `_row` is the sheet's row number. Blank rows are left out. A column without a heading is kept
    only if it has a value below the heading. Nothing is rejected: a sheet has no ragged rows.
    Options: sheet, header_rows, heading_joint, headings, data_rows, data_columns, skip_footer,
    null.

    Raises:
        SourceError: S120 an option is wrong; S122, S123 headings clash; S130 not a whole
            workbook; S131 no such sheet; S132 the heading rows are blank; S162 there are more or
            fewer `headings` than columns.
    """
    options = spreadsheet_options(source)
    written = scratch_file(scratch, "sheet.csv")
    with opened_sheet(path, sheet=options.sheet, source=source) as sheet:
        left = sheet.start[1] if sheet.start else 0
        cells, borrowed = header_cells(
            sheet,
            first=options.first_header,
            last=options.last_header,
            joint=options.table.joint,
        )
        span = _span(options, left, width=len(cells))
        cells = [cell if place in span else "" for place, cell in enumerate(cells)]
        where = _where(options, sheet, source)
        if not any(cells) and not options.table.headings:
            raise _blank_heading(source, where)
        used, longest = _write(sheet, options, written, span=span)
    cells = [cell if at in used or at not in borrowed else "" for at, cell in enumerate(cells)]
    headings = sheet_headings(cells, used, table=options.table, source=source, where=where)
    lines = Lines(
        path=written,
        columns=[headings.get(place, f"unused {place}") for place in range(len(cells))],
        nulls=options.nulls,
        longest=longest,
        parallel=False,
    )
    chosen = ", ".join(map(identifier, (RESERVED, *headings.values())))
    return Rows(
        relation=connection.sql(f"select {chosen} from ({scan_csv(lines)})"),
        rejected=(),
        headings=tuple(headings.values()),
        columns=tuple(left + place + 1 for place in headings),
    )


def _span(options: SpreadsheetOptions, left: int, *, width: int) -> range:
    """The places of the table's columns, from the sheet's first used column."""
    if options.table.columns is None:
        return range(width)
    first, last = options.table.columns
    return range(max(0, first - left), min(width, last - left + 1))


def _write(
    sheet: Sheet, options: SpreadsheetOptions, path: Path, *, span: range
) -> tuple[set[int], int]:
    """Write the rows; the places of columns with a value, and a bound on a row's bytes."""
    used: set[int] = set()
    longest = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        rows = _rows(sheet, options, span=span)
        for number, texts in _without_footer(rows, options.table.skip_footer):
            used.update(place for place in span if texts[place])
            longest = max(longest, 4 * (sum(map(len, texts)) + 2 * len(texts)) + 24)
            writer.writerow((number, *texts))
    return used, longest


def _rows(
    sheet: Sheet, options: SpreadsheetOptions, *, span: range
) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if options.is_inside(number):
            texts = [cell_text(cell) for cell in cells]
            if any(texts[place].strip() for place in span):
                yield number, texts


def _without_footer(
    rows: Iterable[tuple[int, list[str]]], footer: int
) -> Iterator[tuple[int, list[str]]]:
    held: deque[tuple[int, list[str]]] = deque()
    for row in rows:
        held.append(row)
        if len(held) > footer:
            yield held.popleft()


def _where(options: SpreadsheetOptions, sheet: Sheet, source: Source) -> str:
    first, last = options.first_header, options.last_header
    rows = f"row {first}" if first == last else f"rows {first} to {last}"
    return f"{rows} of sheet '{sheet.name}' in '{file_name(source)}'"


def _blank_heading(source: Source, where: str) -> SourceError:
    return SourceError(
        f"{where}, where the headings should be, is blank",
        code="S132",
        do="open the sheet and set `header_rows` to the row that holds the headings, "
        "as its row numbers show it",
        at=source.at,
    )
