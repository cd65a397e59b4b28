"""Where a row was in what was received, as one number.

The row of the only file is its own number, so a person can read it. With several files, or a
wide table turned into rows, the number also holds which file and which column: bits 48 to 62 the
file, counted from 0; bits 32 to 47 the column, from 1, or 0 for a whole row; bits 0 to 31 the row.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hereabouts.model.sql import literal

COLUMN_SHIFT, FILE_SHIFT = 32, 48
_ROWS, _COLUMNS = (1 << COLUMN_SHIFT) - 1, (1 << (FILE_SHIFT - COLUMN_SHIFT)) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInFile:
    """File from 0, row and column as a person counts; column 0 is the whole row."""

    file: int
    row: int
    column: int


def decode(place: int) -> PlaceInFile:
    """The place that a number stands for."""
    return PlaceInFile(
        file=place >> FILE_SHIFT, row=place & _ROWS, column=place >> COLUMN_SHIFT & _COLUMNS
    )


def decode_sql(place: str) -> dict[str, str]:
    """SQL for `file`, `row` and `column` of a SQL expression of a place."""
    return {
        "file": f"({place} >> {FILE_SHIFT})",
        "row": f"({place} & {_ROWS})",
        "column": f"(({place} >> {COLUMN_SHIFT}) & {_COLUMNS})",
    }


def file_sql(place: str, files: Sequence[str]) -> str:
    """SQL for the one of `files`, such as their hashes or names, that a place is in."""
    if len(files) < 2:
        return literal(files[0] if files else "")
    cases = " ".join(f"when {number} then {literal(said)}" for number, said in enumerate(files))
    return f"case {decode_sql(place)['file']} {cases} end"


def in_file(place: str, file: int) -> str:
    """SQL for a place, known within its file, among several files."""
    return f"({place} + {file << FILE_SHIFT})" if file else place


def in_column(row: str, column: str) -> str:
    """SQL for one cell of a row: `column` is SQL for its number."""
    return f"({row} + ({column}::bigint << {COLUMN_SHIFT}))"
