"""Several tables on one sheet: take the one that is nearly all, or say that there are more."""

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from hereabouts.sources.inspection.block import Block, column_kinds
from hereabouts.sources.inspection.rows_that_are_data import is_row_of_codes

MOST = 0.8  # of the rows, to be the table of the sheet


def main_segment(block: Block) -> Block | str:
    """The block, cut to its one large table; or a sentence that says why that cannot be done."""
    again = [row for row in block.repeated if not is_row_of_codes(block, row)]
    if not again:
        return block
    edges = [-1, *again, len(block.grid.rows)]
    cuts = [bisect_right(block.data, edge) for edge in edges]
    skipped = set(again)
    parts = [
        [row for row in block.data[low:high] if row not in skipped] for low, high in pairwise(cuts)
    ]
    size, place = max((len(part), -n) for n, part in enumerate(parts))
    if size < MOST * len(block.data):
        return _stacked(block, again)
    header = block.header if place == 0 else (edges[-place],)
    data = tuple(parts[-place])
    inside = tuple(row for row in block.others if header and header[-1] < row < data[-1])
    return replace(
        block,
        header=header,
        data=data,
        others=inside,
        repeated=(),
        kinds=column_kinds(block.grid, data),
    )


def _stacked(block: Block, again: list[int]) -> str:
    grid = block.grid
    first = block.header[0] if block.header else block.data[0]
    places = [str(grid.number(row)) for row in (first, *again[:4])]
    more = f" and {len(again) - 4:,} more" if len(again) > 4 else ""
    return (
        f"{_sheet(block)} holds {len(again) + 1:,} tables one below another: headings stand in "
        f"rows {', '.join(places)}{more}. Which is meant, or what tells them apart, cannot be seen."
    )


def _sheet(block: Block) -> str:
    return f"Sheet '{block.grid.name}'" if block.grid.name else "The file"
