"""The cells of one sheet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, repeat
from typing import Any

Place = tuple[int, int]  # row and column, from 0
#: In the 1900 calendar, day 60 is 29 February, which never was; the reader gives the day before.
EITHER_NUMBER = "59 or 60"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet that is open.

    Shape:
        rows: from the sheet's first row to the last with a value; each from `start`'s column to
        `end`'s. A cell is a str, bool, int, float, date, datetime, time or timedelta; "" if blank.
    """

    name: str
    rows: Callable[[], Iterator[list[Any]]]
    found: tuple[Place, Place] | None  # first and last row and column, as the reader gives them
    merged_cell_ranges: list[tuple[Place, Place]] | None
    texts: Mapping[int, Mapping[int, str]]  # cells that are to be read as a text of their own
    corrected: bool  # whether `texts` already has what the reader gets wrong of dates

    @property
    def start(self) -> Place | None:
        """Row and column of the first cell with a value."""
        places = self._corners()
        return (min(row for row, _ in places), min(at for _, at in places)) if places else None

    @property
    def end(self) -> Place | None:
        """Row and column of the last."""
        places = self._corners()
        return (max(row for row, _ in places), max(at for _, at in places)) if places else None

    def iter_rows(self) -> Iterator[list[Any]]:
        """Every row from the sheet's first."""
        start, end = self.start, self.end
        if start is None or end is None:
            return
        left = self.found[0][1] if self.found else start[1]
        before, width = left - start[1], end[1] - start[1] + 1
        rows = chain(self.rows(), repeat([]))
        for number in range(end[0] + 1):
            row = [*[""] * before, *next(rows)]
            row += [""] * (width - len(row))
            for column, text in self.texts.get(number, {}).items():
                row[column - start[1]] = text
            yield row if self.corrected else [EITHER_NUMBER if _either(one) else one for one in row]

    def _corners(self) -> list[Place]:
        ours = [(row, at) for row, cells in self.texts.items() for at in (min(cells), max(cells))]
        return [*(self.found or ()), *ours]


def _either(cell: object) -> bool:
    return isinstance(cell, date) and (cell.year, cell.month, cell.day) == (1900, 2, 28)
