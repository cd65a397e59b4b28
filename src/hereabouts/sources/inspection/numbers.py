"""Which cells are numbers, whether the file says so or only looks so."""

import re
from decimal import Decimal, InvalidOperation

from hereabouts.sources.inspection.grid import Cell

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?([eE][+-]?\d+)?")
_PADDED = re.compile(r"0\d+")


def as_number(cell: Cell) -> float | None:
    """The number that a cell holds, or None. `00012` is a code, and no number."""
    if isinstance(cell, str):
        return _written(cell.strip())
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return float(cell) if is_number else None  # type: ignore[arg-type]


def _written(text: str) -> float | None:
    if not text or not text[-1].isdigit() or not _NUMBER.fullmatch(text) or is_padded(text):
        return None
    try:
        return float(Decimal(text.replace(",", "")))
    except (InvalidOperation, OverflowError):
        return None


def is_padded(text: str) -> bool:
    """Whether a text has digits only, and a zero in front that a number would lose."""
    return _PADDED.fullmatch(text.strip()) is not None
