"""A workbook for a supplier to fill in, which is then read as it stands."""

from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from hereabouts.model.product import LogicalType
from hereabouts.project.supplier_schema.asked import Asked, Request
from hereabouts.project.supplier_schema.cell_rules import Block, is_text_date, validation
from hereabouts.project.supplier_schema.notes import write_notes

ROWS = 5_000
NOTES, LISTS = "Notes", "Allowed values"
_SHORT_LIST = 200  # Excel takes 255 characters, and a comma ends a value
#: Text by column stays text: a code such as 00012 keeps its zeros.
_FORMATS = {
    LogicalType.STRING: "@",
    LogicalType.DATE: "yyyy-mm-dd",
    LogicalType.TIMESTAMP: "yyyy-mm-dd hh:mm",
}
_NEVER_FORMULAS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MAY = {
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


def write_template(wanted: Request, path: Path) -> None:
    """Write the workbook: the sheet to fill in, and one of notes.

    Only the cells to fill in can be changed, without a password. The heading row is one table,
    named `Rows`; there are no merged cells, macros or links.
    """
    contract = wanted.product.contract
    with xlsxwriter.Workbook(str(path), _NEVER_FORMULAS) as book:
        book.set_properties({"title": contract.title, "comments": f"Version {contract.version}"})
        sheet = book.add_worksheet(wanted.sheet)
        lists = _Lists(book)
        _write_headings(book, sheet, wanted)
        block = _block(wanted)
        for place, asked in enumerate(wanted.columns):
            _write_rules(book, sheet, asked, place, block, lists)
        _mark_repeats(book, sheet, block)
        sheet.freeze_panes(wanted.heading_row, 0)
        sheet.protect("", _MAY)
        write_notes(book, NOTES if wanted.sheet != NOTES else "About", wanted)
        lists.finish()


class _Lists:
    """Allowed values too long, or too odd, to stand in a rule: a column of a sheet each."""

    def __init__(self, book: Any) -> None:
        self.book, self.sheet, self.used = book, None, 0

    def place(self, asked: Asked) -> str | list[str]:
        values = list(asked.values)
        if sum(map(len, values)) + len(values) <= _SHORT_LIST and not any("," in v for v in values):
            return values
        if self.sheet is None:
            self.sheet = self.book.add_worksheet(LISTS)
        sheet: Any = self.sheet
        sheet.write_string(0, self.used, asked.heading)
        for row, value in enumerate(values, start=1):
            sheet.write_string(row, self.used, value)
        where = xl_range_abs(1, self.used, len(values), self.used)
        self.used += 1
        return f"='{LISTS}'!{where}"

    def finish(self) -> None:
        if self.sheet is not None:
            self.sheet.protect()


def _block(wanted: Request) -> Block:
    keys = tuple(n for n, asked in enumerate(wanted.columns) if asked.column.key)
    first = wanted.heading_row + 1
    return Block(first_row=first, last_row=first + ROWS - 1, columns=len(wanted.columns), keys=keys)


def _write_headings(book: Any, sheet: Any, wanted: Request) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for place, asked in enumerate(wanted.columns):
        cells = {"locked": False, "num_format": _number_format(asked)}
        sheet.set_column(place, place, max(12, len(asked.heading) + 2), book.add_format(cells))
    last = wanted.heading_row - 1 + ROWS
    columns = [{"header": asked.heading, "header_format": bold} for asked in wanted.columns]
    # The table's own buttons would stand over the headings, and rows are to be typed, not sought.
    said = {"name": "Rows", "columns": columns, "autofilter": False}
    sheet.add_table(wanted.heading_row - 1, 0, last, len(columns) - 1, said)


def _number_format(asked: Asked) -> str:
    if is_text_date(asked.column):
        return "@"
    return _FORMATS.get(asked.column.type, "General")


def _write_rules(
    book: Any, sheet: Any, asked: Asked, place: int, block: Block, lists: _Lists
) -> None:
    cells = (block.first_row - 1, place, block.last_row - 1, place)
    listed = lists.place(asked) if asked.values else None
    rule = validation(asked, place, block, listed_at=None if listed is None else "listed")
    if rule is not None:
        sheet.data_validation(*cells, {**rule, "source": listed} if listed else rule)
    if asked.column.required or asked.column.key:
        row = block.first_row
        filled = f"COUNTA($A{row}:${xl_col_to_name(block.columns - 1)}{row})>0"
        formula = f"=AND({filled},ISBLANK(${xl_col_to_name(place)}{row}))"
        missing = book.add_format({"bg_color": "#FFDD00", "pattern": 1})
        sheet.conditional_format(*cells, _when(formula, missing))


def _mark_repeats(book: Any, sheet: Any, block: Block) -> None:
    for place in block.keys:
        cells = (block.first_row - 1, place, block.last_row - 1, place)
        row = block.first_row
        formula = f"=AND(NOT(ISBLANK(${xl_col_to_name(place)}{row})),{block.repeats(row)}>1)"
        repeated = book.add_format({"bg_color": "#F6D7D2", "font_color": "#942514"})
        sheet.conditional_format(*cells, _when(formula, repeated))


def _when(formula: str, shown: Any) -> dict[str, Any]:
    return {"type": "formula", "criteria": formula, "format": shown}
