"""A report as a workbook: one table a sheet, no merged cells, nothing that a spreadsheet runs.

Source: Government Analysis Function, Releasing statistics in spreadsheets.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hereabouts.model.spreadsheet_safety import safe_cell
from hereabouts.pipeline.supplier_report import said
from hereabouts.pipeline.supplier_report.findings import Delivery, Report
from hereabouts.pipeline.supplier_report.page import heading

TOP = 4  # the row of a table's headings, from 0: what the sheet holds is said above it
WIDEST = 60  # characters
Cells = Sequence[object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A sheet of one table, and what is said above it."""

    sheet: str
    title: str
    notes: tuple[str, ...]
    headings: Sequence[str]
    rows: Iterable[Cells]
    marked: dict[int, frozenset[int]] = field(default_factory=dict)  # row -> places at fault


def write_workbook(report: Report, path: Path) -> None:
    """Write the report to `path`.

    Raises:
        OSError, xlsxwriter.exceptions.FileCreateError: it cannot be written.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"title": heading(report), "comments": report.banner})
        formats = {
            "text": book.add_format({"num_format": "@", "valign": "top"}),
            "number": book.add_format({"num_format": "#,##0", "valign": "top"}),
            "title": book.add_format({"bold": True, "font_size": 14}),
            "bad": book.add_format(
                {"num_format": "@", "valign": "top", "bg_color": "#F7D7D7", "bold": True}
            ),
        }
        for table in _tables(report):
            _write(book.add_worksheet(table.sheet), table, report.banner, formats)


def _tables(report: Report) -> Iterator[_Table]:
    title = heading(report)
    several = len(report.deliveries) > 1
    yield _Table(
        sheet="Summary",
        title=title,
        notes=("What was received, and how it went.", "Cells at fault are in the sheet Cells."),
        headings=("File", "What", "Answer"),
        rows=[(said.called(one), *pair) for one in report.deliveries for pair in _summary(one)],
    )
    yield _rules(report)
    yield _cells(report)
    if any(one.misses for one in report.deliveries):
        yield _misses(report)
    for place, one in enumerate(report.deliveries, start=1):
        if one.copied:
            yield _copied(one, f"Rows {place}" if several else "Rows")


def _summary(one: Delivery) -> Iterator[tuple[str, str]]:
    yield "Outcome", said.outcome(one)
    yield from said.facts(one)
    for problem in (one.unread, one.unjudged):
        if problem:
            yield "Why", problem.words
            yield "What can be done", problem.do


def _rules(report: Report) -> _Table:
    return _Table(
        sheet="Rules",
        title="Rules that rows broke",
        notes=("Each rule, how many rows broke it, and what good looks like.", ""),
        headings=(
            *("File", "Rule", "Kind", "Rows", "Rows the time before"),
            *("What good looks like", "An example"),
        ),
        rows=[
            (
                *(said.called(one), fault.rule, fault.dimension, fault.rows),
                one.before.broken.get(fault.rule, 0) if one.before else "none",
                *(fault.good, fault.example or "none"),
            )
            for one in report.deliveries
            for fault in one.faults
        ],
    )


def _cells(report: Report) -> _Table:
    left_out = sum(one.cells_left_out for one in report.deliveries)
    more = f"{left_out:,} more cells are at fault and are not listed." if left_out else ""
    return _Table(
        sheet="Cells",
        title="Cells at fault",
        notes=("Rows and columns are numbered as in the file; of a CSV, rows are lines.", more),
        headings=("File", "Row", "Column", "Heading", "What it holds", "What must be"),
        rows=(
            (
                *(said.called(one), cell.row, cell.letters or "all", cell.heading or "none"),
                *(said.held(cell), one.faults[cell.fault].rule),
            )
            for one in report.deliveries
            for cell in one.cells
        ),
    )


def _misses(report: Report) -> _Table:
    return _Table(
        sheet="Unknown words",
        title="Values that are not allowed, and that nobody has told us the meaning of",
        notes=("Correct them, or tell us what they mean.", ""),
        headings=("File", "Heading", "Value sent", "Rows", "Values we know"),
        rows=[
            (said.called(one), miss.heading, miss.value, miss.rows, said.listed(miss.allowed))
            for one in report.deliveries
            for miss in one.misses
        ],
    )


def _copied(one: Delivery, sheet: str) -> _Table:
    listed = len({cell.row for cell in one.cells})
    short = f"The first {len(one.copied):,} of {listed:,} rows." if len(one.copied) < listed else ""
    return _Table(
        sheet=sheet,
        title=f"Rows at fault in {said.called(one)}, as they were sent",
        notes=(
            "A cell at fault is filled and bold; what is wrong stands at the end of its row.",
            short,
        ),
        headings=("Row", *one.headings, "What is wrong"),
        rows=((row.row, *(cell or "" for cell in row.cells), row.words) for row in one.copied),
        marked={
            place: frozenset(bad + 1 for bad in row.bad) for place, row in enumerate(one.copied)
        },
    )


def _write(sheet: Worksheet, table: _Table, banner: str, formats: dict[str, Format]) -> None:
    for place, words in enumerate((table.title, f"{banner}.", *table.notes)):
        style = formats["title"] if place == 0 else formats["text"]
        sheet.write_string(place, 0, words, style)
    widths = [len(heading) + 2 for heading in table.headings]
    last = TOP
    for last, cells in enumerate(table.rows, start=TOP + 1):
        bad = table.marked.get(last - TOP - 1, frozenset())
        for column, cell in enumerate(cells):
            _cell(sheet, (last, column), cell, formats, is_bad=column in bad)
            widths[column] = max(widths[column], min(WIDEST, len(str(cell)) + 1))
    _as_table(sheet, table, max(last, TOP + 1))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width, WIDEST))
    sheet.freeze_panes(TOP + 1, 0)


def _cell(
    sheet: Worksheet,
    place: tuple[int, int],
    cell: object,
    formats: dict[str, Format],
    *,
    is_bad: bool,
) -> None:
    if isinstance(cell, int):
        sheet.write_number(*place, cell, formats["number"])
    else:
        text = str(safe_cell(str(cell))) or ("(empty)" if is_bad else "")
        sheet.write_string(*place, text, formats["bad" if is_bad else "text"])


def _as_table(sheet: Worksheet, table: _Table, last: int) -> None:
    """A table of a spreadsheet has headings that differ, whatever their capitals."""
    named: list[str] = []
    for heading_text in table.headings:
        name = str(safe_cell(heading_text))[:250]
        while name.casefold() in {one.casefold() for one in named}:
            name += " (again)"
        named.append(name)
    sheet.add_table(
        TOP,
        0,
        last,
        len(named) - 1,
        {
            "name": table.sheet.replace(" ", "_"),
            "columns": [{"header": name} for name in named],
            "style": "Table Style Light 1",
            "banded_rows": False,
        },
    )
