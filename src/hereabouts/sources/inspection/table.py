"""The table of a block as the reader will give it: headings, and rows of cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hereabouts.model.proposal import Option
from hereabouts.sources.inspection.block import Block
from hereabouts.sources.inspection.cell_kind import Kind
from hereabouts.sources.inspection.clean_heading import clean_heading
from hereabouts.sources.inspection.grid import Cell, Grid, Row, is_blank
from hereabouts.sources.spreadsheet.cells import cell_text

#: A column right of all headings is part of the table when it is fuller than this, or, across a
#: blank column, than the second.
BESIDE, APART = 0.2, 0.8


@dataclass(slots=True, kw_only=True)
class Table:
    """What is known so far. Steps of an inspection change it in turn."""

    block: Block
    places: list[int]  # columns of the sheet, from 0
    headings: list[str]  # as the reader will call them
    are_given: bool = False  # the headings have to be said, because the sheet's are no use
    header: tuple[int, int] | None = None  # rows, from 0
    rows: list[Row] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # of each row, as a person sees it
    options: dict[str, Option] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    labels: set[int] = field(default_factory=set)  # columns that were filled down
    titles: list[int] = field(default_factory=list)  # rows of one cell that nothing leaves out

    def column(self, place: int) -> list[Cell]:
        """The cells of one column, top to bottom."""
        return [row[place] for row in self.rows]

    def keep(self, wanted: Sequence[bool]) -> None:
        """Leave out the rows that are not wanted."""
        self.rows = [row for row, good in zip(self.rows, wanted, strict=True) if good]
        self.numbers = [n for n, good in zip(self.numbers, wanted, strict=True) if good]


def table_of(block: Block) -> Table:
    """Headings and cells of a block."""
    grid = block.grid
    columns = _belonging(block)
    header = _without_code_rows(block, columns)
    pieces = _pieces(grid, header, columns)
    headings = [" ".join(" ".join(parts).split()) for parts in pieces]
    are_given = _clash(headings)
    if are_given and _doubles(headings) > 0.25 * len(headings):
        headings = _filled_across(grid, header, columns)
    elif are_given:
        headings = [clean_heading(heading) for heading in headings]
    table = Table(
        block=block,
        places=list(columns),
        headings=[
            text or f"column_{n}" for n, text in zip(_numbers(grid, columns), headings, strict=True)
        ],
        are_given=are_given,
        header=(header[0], header[-1]) if header else None,
        rows=[[grid.cell(row, column) for column in columns] for row in block.data],
        numbers=[grid.number(row) for row in block.data],
    )
    if are_given:
        table.headings = list(_each_different(table.headings))
    return table


def _belonging(block: Block) -> tuple[int, ...]:
    """Columns of the table, without a key to the shading or remarks that stand beside it."""
    grid, header = block.grid, block.header
    named = {c for row in header for c in range(grid.width) if not is_blank(grid.cell(row, c))}
    named |= {
        c for top, left, _, right in grid.merged if top in header for c in range(left, right + 1)
    }

    def belongs(column: int) -> bool:
        if column <= max(named, default=grid.width):
            return True
        full = sum(not is_blank(grid.cell(row, column)) for row in block.data)
        is_apart = column - 1 not in named and column - 1 not in block.columns
        return full > (APART if is_apart else BESIDE) * len(block.data)

    kept = [column for column in block.columns if belongs(column)]
    extra = [c for c in named if kept and min(kept) < c < max(kept) and c not in kept]
    return tuple(sorted({*kept, *(c for c in extra if _heads(grid, header[-1:], c))}))


def _heads(grid: Grid, rows: Sequence[int], column: int) -> bool:
    return any(not is_blank(grid.cell(row, column)) for row in rows)


def _without_code_rows(block: Block, columns: Sequence[int]) -> tuple[int, ...]:
    """The heading rows, less a last one of series codes, such as MV36, when others say enough."""
    header = block.header
    while len(header) > 1:
        last, above = (_texts(block.grid, row, columns) for row in (header[-1], header[-2]))
        codes = [text for text in last[1:] if re.fullmatch(r"(?=\D*[A-Z])[A-Z0-9]{4}", text)]
        # Two whole rows of words say the same twice, such as in another language.
        whole = all(above) and sum(map(bool, last)) >= 0.8 * len(last) and not _clash(above)
        if len(codes) < 0.9 * len(last[1:]) and not whole:
            break
        header = header[:-1]
    return header


def _texts(grid: Grid, row: int, columns: Sequence[int]) -> list[str]:
    return [cell_text(grid.cell(row, column)).strip() for column in columns]


def _pieces(grid: Grid, header: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
    """For each column its heading cells, top to bottom, merged ones in each of their columns."""
    if not header:
        return [[] for _ in columns]
    span = range(header[0], header[-1] + 1)
    rows = {row: [cell_text(grid.cell(row, c)) for c in range(grid.width)] for row in span}
    for top, left, _, right in grid.merged:
        if top in rows and right > left:
            rows[top][left : right + 1] = [rows[top][left]] * (
                min(right, grid.width - 1) + 1 - left
            )
    return [[" ".join(rows[row][c].split()) for row in span] for c in columns]


def _clash(headings: Sequence[str]) -> bool:
    return _doubles(headings) > 0


def _doubles(headings: Sequence[str]) -> int:
    told = [heading.casefold() for heading in headings if heading]
    return len(told) - len(set(told))


def _filled_across(grid: Grid, header: Sequence[int], columns: Sequence[int]) -> list[str]:
    """Headings in which a group's name, written once, stands over each of its columns."""
    pieces = _pieces(grid, header, columns)
    depth = len(pieces[0]) if pieces else 0
    for level in range(depth - 1):
        told = ""
        for place, parts in enumerate(pieces):
            above = parts[:level]
            if place and above != pieces[place - 1][:level]:
                told = ""
            told = parts[level] or (told if place and parts[-1] else "")
            parts[level] = told
    return [clean_heading(" ".join(" ".join(parts).split())) for parts in pieces]


def _each_different(headings: Sequence[str]) -> Sequence[str]:
    seen: dict[str, int] = {}
    out = []
    for heading in headings:
        count = seen[heading.casefold()] = seen.get(heading.casefold(), 0) + 1
        out.append(heading if count == 1 else f"{heading} ({count})")
    return out


def _numbers(grid: Grid, columns: Sequence[int]) -> list[int]:
    """The place by which the reader calls a column without a heading: from the first used one."""
    edge = (
        min(
            (place for row in grid.rows for place, cell in enumerate(row) if not is_blank(cell)),
            default=0,
        )
        if columns and columns[0]
        else 0
    )
    return [column - edge + 1 for column in columns]


def is_worded(kind: Kind) -> bool:
    """Whether a column of this kind can only say what a row is about."""
    return kind in {Kind.WORD, Kind.GSS, Kind.PERIOD, Kind.DATE}
