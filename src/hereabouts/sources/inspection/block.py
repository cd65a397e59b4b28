"""Find the table on a sheet: its heading rows, its rows of data, its columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from hereabouts.sources.inspection.cell_kind import Kind, cell_kind, column_kind
from hereabouts.sources.inspection.grid import Grid, filled
from hereabouts.sources.inspection.numbers import as_number

SAMPLE = 2000  # rows that decide what a column is
TYPED = frozenset({Kind.NUMBER, Kind.DATE, Kind.GSS, Kind.PERIOD, Kind.MARK})
LONGEST_HEADING = 300  # characters: what is longer is a note


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A table on a grid. Rows and columns are places from 0; the last ones are included."""

    grid: Grid
    header: tuple[int, ...]  # rows of the heading, from the first to the last
    data: tuple[int, ...]  # rows of data, in order
    others: tuple[int, ...]  # rows among the data that are no data: titles, notes
    columns: tuple[int, ...]  # that hold data
    kinds: Mapping[int, Kind]  # of each column
    repeated: tuple[int, ...]  # rows further down that look like a heading again

    @property
    def first(self) -> int:
        """The first row below the heading that is not blank."""
        return min((*self.data[:1], *self.others[:1]))

    @property
    def last(self) -> int:
        """The last row of data."""
        return self.data[-1]


def find_block(grid: Grid) -> Block | None:
    """The largest table of a grid, or None when it holds none of two rows and two columns."""
    counts = [sum(1 for _ in filled(row)) for row in grid.rows]
    wide = _wide_enough(counts)
    dense = [place for place, count in enumerate(counts) if count >= wide]
    if len(dense) < 3:
        return None
    kinds = column_kinds(grid, dense)
    header = _header(grid, dense, kinds)
    body = [place for place in dense if place > header[-1]] if header else dense
    if len(body) < 2:
        return None
    kinds = column_kinds(grid, body)  # without what the headings are
    data, others = _data_rows(grid, counts, (body[0], body[-1]), kinds)
    top = (header[-1] + 1) if header else body[0]
    others = [place for place in range(top, body[0]) if counts[place]] + others
    extended = _above(grid, header, kinds) if header else []
    columns = _columns(grid, data)
    if len(columns) < 2 or len(data) < 2:
        return None
    return Block(
        grid=grid,
        header=(*extended, *header),
        data=tuple(data),
        others=tuple(others),
        columns=columns,
        kinds=kinds,
        repeated=tuple(_repeated(grid, data, header, kinds)),
    )


def _wide_enough(counts: Sequence[int]) -> int:
    """The filled cells that make a row part of the table: 40 % of what cells mostly stand in."""
    several = sorted(count for count in counts if count > 1)
    half, seen = sum(several) / 2, 0
    for count in several:
        seen += count
        if seen >= half:
            return max(2, ceil(0.4 * count))
    return 2


def column_kinds(grid: Grid, rows: Sequence[int]) -> dict[int, Kind]:
    """What most cells of each column are, in some of the rows."""
    step = max(1, len(rows) // SAMPLE)
    some = rows[::step]
    return {
        column: column_kind(grid.cell(row, column) for row in some) for column in range(grid.width)
    }


def _header(grid: Grid, dense: Sequence[int], kinds: Mapping[int, Kind]) -> list[int]:
    """The rows at the top of the dense ones that are headings."""
    typed = [column for column, kind in kinds.items() if kind in TYPED]
    if not typed:
        return list(dense[:1])
    found: list[int] = []
    for place in dense:
        if not is_heading(grid, place, kinds, strict=False) and (
            found or not _is_row_of_labels(grid, place)
        ):
            break
        if found and place > found[-1] + 2:
            found = []  # what stood so far above was a title beside a link
        found.append(place)
    while len(found) > 1 and not _says_more_than_asides(grid, found[0]):
        found.pop(0)
    return found


def _is_row_of_labels(grid: Grid, place: int) -> bool:
    """Whether a top row has a word and then numbers that count up, such as years or ages."""
    told = [cell for _, cell in filled(grid.rows[place])]
    numbers = [number for cell in told if (number := as_number(cell)) is not None]
    has_word = bool(told) and cell_kind(told[0]) is Kind.WORD
    return has_word and len(numbers) > 2 and _counts_up(numbers)


def _says_more_than_asides(grid: Grid, place: int) -> bool:
    told = [cell for _, cell in filled(grid.rows[place])]
    return sum(not (isinstance(cell, str) and _is_aside(cell)) for cell in told) > 1


def is_heading(grid: Grid, place: int, kinds: Mapping[int, Kind], *, strict: bool) -> bool:
    """Whether a row has words where the column below has numbers, dates or codes.

    Args:
        grid: the sheet.
        place: of the row.
        kinds: of the columns.
        strict: for a row among the data, where a single word may be a remark.
    """
    told = [(column, cell) for column, cell in filled(grid.rows[place]) if kinds[column] in TYPED]
    words = [cell for column, cell in told if _is_foreign(cell_kind(cell), kinds[column])]
    if strict:
        return len(words) >= max(2, ceil(0.6 * len(told)))
    if not told:
        return True
    if 2 * len(words) >= len(told):
        return bool(words)
    numbers = [number for _, cell in told if (number := as_number(cell)) is not None]
    return bool(words) and len(numbers) > 2 and _counts_up(numbers)


def _is_foreign(cell: Kind, column: Kind) -> bool:
    """Whether a cell is of a kind that its column is not."""
    if cell in {Kind.MARK, Kind.BLANK} or cell is column:
        return False
    if column is Kind.NUMBER:
        return cell in {Kind.WORD, Kind.PERIOD, Kind.DATE, Kind.GSS}
    if column is Kind.MARK:
        return cell is Kind.WORD
    return cell is Kind.WORD


def _counts_up(numbers: Sequence[float]) -> bool:
    """Whether numbers are labels: whole, each more than the one before."""
    return all(n.is_integer() for n in numbers) and all(b > a for a, b in pairwise(numbers))


def _data_rows(
    grid: Grid, counts: Sequence[int], span: tuple[int, int], kinds: Mapping[int, Kind]
) -> tuple[list[int], list[int]]:
    """Rows of data, and rows between them that have one cell: titles and notes."""
    first, last = span
    while last + 1 < len(counts) and counts[last + 1] > 1 and _has_values(grid, last + 1, kinds):
        last += 1
    data, others = [], []
    is_narrow = sum(kind is not Kind.BLANK for kind in kinds.values()) <= 2
    for place in range(first, last + 1):
        if counts[place] > 2 or (counts[place] == 2 and _has_values(grid, place, kinds)):
            data.append(place)
        elif counts[place] == 1 and (is_narrow or _is_coded(grid, place, kinds)):
            data.append(place)  # the row of an area, without its figures
        elif counts[place]:
            others.append(place)
    return data, others


def _is_coded(grid: Grid, place: int, kinds: Mapping[int, Kind]) -> bool:
    """Whether the cells of a row are codes where the column has codes."""
    return all(
        kinds[column] is Kind.GSS and cell_kind(cell) is Kind.GSS
        for column, cell in filled(grid.rows[place])
    )


def _has_values(grid: Grid, place: int, kinds: Mapping[int, Kind]) -> bool:
    typed = [column for column, kind in kinds.items() if kind in TYPED]
    if not typed:
        return True
    return any(
        kinds[column] in TYPED and not _is_foreign(cell_kind(cell), kinds[column])
        for column, cell in filled(grid.rows[place])
    )


def _above(grid: Grid, header: Sequence[int], kinds: Mapping[int, Kind]) -> list[int]:
    """Sparse heading rows over the first dense one, such as groups of columns."""
    found: list[int] = []
    place, gap = header[0] - 1, 0
    merged_rows = {top for top, left, _, right in grid.merged if right > left}
    while place >= 0 and gap < 2:
        told = list(filled(grid.rows[place]))
        if not told:
            gap += 1
        elif _is_group_row(told, kinds, is_merged=place in merged_rows):
            found.append(place)
            gap = 0
        else:
            break
        place -= 1
    if not found:
        return []
    return list(range(min(found), header[0]))


def _is_group_row(
    told: Sequence[tuple[int, object]], kinds: Mapping[int, Kind], *, is_merged: bool
) -> bool:
    first = min((column for column, kind in kinds.items() if kind is not Kind.BLANK), default=0)
    words = [
        (column, cell) for column, cell in told if not (isinstance(cell, str) and _is_aside(cell))
    ]
    inside = [column for column, _ in words if column > first and kinds[column] is not Kind.BLANK]
    is_text = all(isinstance(cell, str) and len(cell) <= LONGEST_HEADING for _, cell in words)
    is_title = len(words) > len(inside) and isinstance(words[0][1], str) and len(words[0][1]) > 60
    return is_text and not is_title and bool(inside) and (len(inside) > 1 or is_merged)


def _is_aside(text: str) -> bool:
    """Whether a cell above a table tells its unit, or leads elsewhere."""
    said = text.strip().lower()
    return said.startswith(("back to", "return to", "link to")) or said in {
        "thousands",
        "percentage",
        "per cent",
        "£ million",
        "£ thousand",
        "£m",
        "headcount",
        "number",
        "numbers: thousands",
    }


def _columns(grid: Grid, data: Sequence[int]) -> tuple[int, ...]:
    used: set[int] = set()
    for place in data:
        used.update(column for column, _ in filled(grid.rows[place]))
        if len(used) == grid.width:
            break
    return tuple(sorted(used))


def _repeated(
    grid: Grid, data: Sequence[int], header: Sequence[int], kinds: Mapping[int, Kind]
) -> list[int]:
    words = [grid.rows[place] for place in header]
    return [
        place
        for place in data
        if grid.rows[place] in words or is_heading(grid, place, kinds, strict=True)
    ]
