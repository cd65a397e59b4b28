"""What source.yml may say of a table on a sheet or in a text file: its rows and its headings."""

import re
from dataclasses import dataclass

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.options import option_error, whole_number

_ROWS = re.compile(r"\s*([1-9]\d{0,8})\s*(?:[-–]\s*([1-9]\d{0,8})?)?\s*")
_COLUMNS = re.compile(r"\s*([A-Za-z]{1,3})\s*[-–]\s*([A-Za-z]{1,3})\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOptions:
    """Rows are numbered from 1, as the file shows them. None means: not said."""

    header: tuple[int, int] | None
    data: tuple[int, int | None] | None  # the last is None for all from the first
    columns: tuple[int, int] | None  # of a sheet, from 0
    skip_footer: int  # rows at the end that are not blank
    joint: str  # between the texts of heading rows
    headings: tuple[str, ...]  # in place of what the heading rows say


def table_options(source: Source) -> TableOptions:
    """The options, of which none must be said.

    Raises:
        SourceError: S120 one of them is wrong.
    """
    return TableOptions(
        header=_header(source),
        data=_data(source),
        columns=_columns(source),
        skip_footer=whole_number(source, "skip_footer", default=0),
        joint=source.options.get("heading_joint", " "),
        headings=tuple(
            filter(None, map(str.strip, source.options.get("headings", "").split("\n")))
        ),
    )


def given_headings(options: TableOptions, *, columns: int, source: Source, where: str) -> list[str]:
    """The headings that source.yml gives, one for each column.

    Raises:
        SourceError: S162 there are more or fewer than columns.
    """
    if len(options.headings) != columns:
        raise SourceError(
            f"{where} has {columns} columns, and `headings` in source.yml names "
            f"{len(options.headings)}",
            code="S162",
            do="name each column once, in order; a column with neither heading nor value is not "
            "counted",
            at=source.at,
        )
    return list(options.headings)


def _header(source: Source) -> tuple[int, int] | None:
    said = source.options.get("header_rows")
    if said is None:
        return None
    rows = _ROWS.fullmatch(said)
    first, last = (int(rows[1]), int(rows[2] or rows[1])) if rows else (0, 0)
    if not 1 <= first <= last or said.rstrip().endswith(("-", "–")):
        raise option_error(source, "header_rows", "header_rows: 3-4", "is not a row or two rows")
    return first, last


def _data(source: Source) -> tuple[int, int | None] | None:
    said = source.options.get("data_rows")
    if said is None:
        return None
    rows = _ROWS.fullmatch(said)
    if rows is None or (rows[2] and int(rows[2]) < int(rows[1])):
        raise option_error(source, "data_rows", "data_rows: 6-442", "does not say which rows")
    is_open = "-" in said or "–" in said
    last = int(rows[2]) if rows[2] else (None if is_open else int(rows[1]))
    return int(rows[1]), last


def _columns(source: Source) -> tuple[int, int] | None:
    said = source.options.get("data_columns")
    if said is None:
        return None
    found = _COLUMNS.fullmatch(said)
    first, last = (_place(found[1]), _place(found[2])) if found else (1, 0)
    if first > last:
        raise option_error(source, "data_columns", "data_columns: A-H", "is not two columns")
    return first, last


def _place(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
