"""A sheet, or a CSV, as a grid of typed cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | float | int | bool | date | datetime | time | timedelta
Row = list[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Cells from the first row and column of the sheet on. Blank cells are empty text."""

    name: str  # of the sheet; empty for a CSV
    rows: list[Row]
    merged: tuple[tuple[int, int, int, int], ...] = ()  # top, left, bottom, right, from 0
    numbers: tuple[int, ...] = ()  # the line of each row, where that is not its place

    @property
    def width(self) -> int:
        """Columns, including blank ones at the left."""
        return max(map(len, self.rows), default=0)

    def number(self, place: int) -> int:
        """The row number that a person sees, from 1."""
        return self.numbers[place] if self.numbers else place + 1

    def cell(self, row: int, column: int) -> Cell:
        """One cell; blank beyond the end of its row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""


def is_blank(cell: Cell) -> bool:
    """Whether a cell shows nothing."""
    return isinstance(cell, str) and not cell.strip()


def filled(row: Row) -> Iterator[tuple[int, Cell]]:
    """The cells that show something, with their places."""
    for place, cell in enumerate(row):
        if not isinstance(cell, str) or cell.strip():
            yield place, cell
