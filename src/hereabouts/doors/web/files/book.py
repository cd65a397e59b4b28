"""A workbook as any writer of one needs it: sheets of words and one table each.

Source: Government Analysis Function, Releasing statistics in spreadsheets: a cover sheet and
notes first, one marked-up table a sheet from column A, no merged and no empty cells, short tab
names without spaces, and nothing said by colour alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from hereabouts.doors.web.address import AddressError
from hereabouts.model.spreadsheet_safety import safe_cell

Cell = str | int | float

LANGUAGE, COUNTRY = "en", "GB"
WIDE = 100  # characters of a column of words
MOST_LETTERS = 32_767  # in one cell, for Excel
#: What XML 1.0 cannot hold; an end of a line that is not one everywhere is left out too.
_UNWRITABLE = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Spreadsheets hold 1,048,576 rows; long before that they are slow to open.
MOST_ROWS = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table; its width is in characters."""

    title: str
    width: int = 16
    decimals: int | None = None  # of its numbers; as they are where nothing is said


@dataclass(frozen=True, slots=True)
class Line:
    """Words of their own in column A."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A tab: its title, words, and a table where it has columns. No row has an empty cell."""

    name: str  # at most 31 letters, no spaces
    title: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...] = ()
    rows: Iterable[tuple[Cell, ...]] = ()

    @property
    def first_row(self) -> int:
        """Of the table's headings, counted from 1."""
        return len(self.lines) + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Sheets in order, and what the file says of itself."""

    title: str
    creator: str
    made: datetime  # of the release, so that one address is one file
    sheets: tuple[Sheet, ...]


class RowLimit:
    """Counts the rows of a book as they are written."""

    def __init__(self, most: int = MOST_ROWS) -> None:
        self._most = self._left = most

    def take(self) -> None:
        """One row more.

        Raises:
            AddressError: W250, there are more than a spreadsheet can be expected to open.
        """
        self._left -= 1
        if self._left < 0:
            raise AddressError(
                f"a spreadsheet of more than {self._most:,} rows is not made",
                code="W250",
                do="take the CSV or Parquet file, or one period or kind of area",
                status=400,
            )


@lru_cache(maxsize=256)
def letters(column: int) -> str:
    """1 is A, 27 is AA."""
    found = ""
    while column:
        column, at = divmod(column - 1, 26)
        found = chr(ord("A") + at) + found
    return found


def safe_text(text: str) -> str:
    """Text for a cell: no formula, nothing that XML cannot hold, no longer than a cell may be."""
    kept = _UNWRITABLE.sub("", text)
    return str(safe_cell(kept))[:MOST_LETTERS] or "-"
