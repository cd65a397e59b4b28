"""What source.yml may say about a workbook."""

import re
from dataclasses import dataclass

from hereabouts.model.product import Source
from hereabouts.sources.options import nulls, option_error, whole_number


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetOptions:
    """None for the sheet means: the only one."""

    sheet: str | None
    first_header: int  # rows as Excel counts them, from 1
    last_header: int
    skip_footer: int  # rows at the end that are not blank
    nulls: tuple[str, ...]


def spreadsheet_options(source: Source) -> SpreadsheetOptions:
    """The options of a workbook.

    Raises:
        SourceError: S120 one of them is wrong.
    """
    said = source.options.get("header_rows", "1")
    rows = re.fullmatch(r"\s*([1-9]\d{0,6})\s*(?:[-–]\s*([1-9]\d{0,6}))?\s*", said)
    first, last = (int(rows[1]), int(rows[2] or rows[1])) if rows else (0, 0)
    if not 1 <= first <= last:
        raise option_error(source, "header_rows", "header_rows: 3-4", "is not a row or two rows")
    return SpreadsheetOptions(
        sheet=source.options.get("sheet"),
        first_header=first,
        last_header=last,
        skip_footer=whole_number(source, "skip_footer", default=0),
        nulls=nulls(source),
    )
