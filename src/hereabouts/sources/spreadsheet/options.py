"""What source.yml may say about a workbook."""

from dataclasses import dataclass

from hereabouts.model.product import Source
from hereabouts.sources.options import nulls
from hereabouts.sources.table_options import TableOptions, table_options


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetOptions:
    """None for the sheet means: the only one."""

    sheet: str | None
    first_header: int  # rows as Excel counts them, from 1
    last_header: int
    first_row: int  # of the data
    last_row: int | None
    table: TableOptions
    nulls: tuple[str, ...]

    def is_inside(self, row: int) -> bool:
        """Whether a row, from 1, can be data."""
        return self.first_row <= row and (self.last_row is None or row <= self.last_row)


def spreadsheet_options(source: Source) -> SpreadsheetOptions:
    """The options of a workbook.

    Raises:
        SourceError: S120 one of them is wrong.
    """
    table = table_options(source)
    first, last = table.header or (1, 1)
    first_row, last_row = table.data or (last + 1, None)
    return SpreadsheetOptions(
        sheet=source.options.get("sheet"),
        first_header=first,
        last_header=last,
        first_row=first_row,
        last_row=last_row,
        table=table,
        nulls=nulls(source),
    )
