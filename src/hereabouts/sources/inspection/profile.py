"""A profile of a column that repeats none of its words."""

from collections.abc import Sequence

from hereabouts.sources.inspection.grid import Cell, is_blank
from hereabouts.sources.inspection.numbers import as_number
from hereabouts.sources.spreadsheet.cells import cell_text


def facts(cells: Sequence[Cell], *, is_number: bool) -> dict[str, str]:
    """Share empty, distinct values, and for numbers the smallest and the largest."""
    told = [cell for cell in cells if not is_blank(cell)]
    empty = 1 - len(told) / max(1, len(cells))
    said = {
        "empty": "none" if not empty else f"{empty:.1%}",
        "distinct": f"{len(set(map(cell_text, told))):,}",
    }
    numbers = [number for cell in told if (number := as_number(cell)) is not None]
    if is_number and numbers:
        said |= {"smallest": f"{min(numbers):,.10g}", "largest": f"{max(numbers):,.10g}"}
    return said
