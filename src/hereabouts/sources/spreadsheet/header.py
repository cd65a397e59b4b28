"""The headings of a sheet: one row or several, merged cells and all."""

from collections.abc import Iterator, Set
from itertools import islice

from hereabouts.model.product import Source
from hereabouts.sources.headings import headings_of
from hereabouts.sources.spreadsheet.cells import cell_text
from hereabouts.sources.spreadsheet.sheet import Sheet
from hereabouts.sources.table_options import TableOptions, given_headings


def header_cells(
    sheet: Sheet, *, first: int, last: int, joint: str = " "
) -> tuple[list[str], frozenset[int]]:
    """For each column of the sheet, its heading cells from top to bottom, joined.

    A heading that is merged across columns stands in each of them. With them come the places of
    the columns whose only heading is such a one, written over another column: where they hold no
    value, they are the blank columns between others.

    Args:
        sheet: the sheet.
        first: the first heading row, from 1.
        last: the last.
        joint: what stands between them.
    """
    rows = [[cell_text(cell) for cell in cells] for cells in islice(sheet.iter_rows(), last)]
    own = {at for cells in rows[first - 1 :] for at, text in enumerate(cells) if text.strip()}
    for row, left, right in _merged_across(sheet, first=first, last=last):
        if row <= len(rows):
            text = rows[row - 1][left]
            rows[row - 1][left : right + 1] = [text] * (right + 1 - left)
    joined = [
        joint.join(filter(None, (" ".join(cell.split()) for cell in column)))
        for column in zip(*rows[first - 1 :], strict=True)
    ]
    return joined, frozenset(range(len(joined))) - own


def sheet_headings(
    cells: list[str], used: Set[int], *, table: TableOptions, source: Source, where: str
) -> dict[int, str]:
    """The heading of each column that has a heading or a value, by its place from 0.

    Raises:
        SourceError: S122, S123 headings clash; S162 another number of them is given.
    """
    places = [place for place, cell in enumerate(cells) if cell or place in used]
    if table.headings:
        named = given_headings(table, columns=len(places), source=source, where=where)
    else:
        # Named by the place in the sheet, so that `column_3` is the third column that is seen.
        named = [cells[place] or f"column_{place + 1}" for place in places]
    return dict(zip(places, headings_of(named, source=source, where=where), strict=True))


def _merged_across(sheet: Sheet, *, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Row from 1, left and right from the sheet's first used column, of each merged run."""
    if sheet.start is None or sheet.end is None:
        return
    edge, last_column = sheet.start[1], sheet.end[1]
    for (top, left), (_, right) in sheet.merged_cell_ranges or ():
        if first <= top + 1 <= last and right > left >= edge:
            yield top + 1, left - edge, min(right, last_column) - edge
