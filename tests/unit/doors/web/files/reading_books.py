"""Reading a workbook back with other people's readers."""

import io
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook
from python_calamine import CalamineWorkbook

Rows = list[list[Any]]


def opened(content: bytes) -> Workbook:
    """An XLSX by openpyxl, which knows tables, styles and properties."""
    return openpyxl.load_workbook(io.BytesIO(content))


def sheets(content: bytes) -> dict[str, Rows]:
    """Either format by calamine: the cells of each tab."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def table(rows: Rows, first: str) -> list[dict[str, Any]]:
    """The table whose first heading is `first`."""
    at = next(number for number, row in enumerate(rows) if row[0] == first)
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]
