"""Rows that somebody has pointed to, in place of those that were found."""

from dataclasses import dataclass, replace

from hereabouts.sources.inspection.block import Block, column_kinds
from hereabouts.sources.inspection.grid import filled

Rows = tuple[int, int | None]  # the first and the last as a person counts, from 1; None: no end


@dataclass(frozen=True, slots=True)
class Told:
    """What the flags of the command say. None: find out."""

    header: Rows | None = None
    data: Rows | None = None


def pointed_to(block: Block | None, told: Told | None) -> Block | None:
    """The block with the rows that were pointed to; they are then believed to be one table."""
    if block is None or told is None or (told.header is None and told.data is None):
        return block
    grid = block.grid
    numbers = [grid.number(row) for row in range(len(grid.rows))]

    def chosen(rows: Rows) -> list[int]:
        first, last = rows
        return [
            place
            for place, number in enumerate(numbers)
            if first <= number
            and (last is None or number <= last)
            and any(filled(grid.rows[place]))
        ]

    header = chosen((told.header[0], told.header[1])) if told.header else list(block.header)
    below = header[-1] + 1 if header else 0
    data = chosen(told.data) if told.data else [row for row in block.data if row >= below]
    if not data:
        return None
    others = [r for r in block.others if data[0] < r < data[-1] and r not in data]
    return replace(
        block,
        header=tuple(header),
        data=tuple(data),
        others=tuple(others),
        repeated=(),
        kinds=column_kinds(grid, data),
    )
