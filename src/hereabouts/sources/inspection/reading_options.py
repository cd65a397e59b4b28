"""What source.yml must say for the reader to find the table: rows, columns, headings."""

from hereabouts.model.proposal import Option
from hereabouts.sources.inspection.grid import filled
from hereabouts.sources.inspection.table import Table


def reading_options(table: Table, *, kind: str) -> dict[str, Option]:
    """Options for the reader, with their reasons noted on the table."""
    said: dict[str, Option] = {}
    _header(table, said)
    if kind == "spreadsheet":
        _data_columns(table, said)
    _data_rows(table, said)
    if table.header is None:
        said["headings"] = list(table.headings)
        said["data_rows"] = f"{table.block.grid.number(table.block.data[0])}-"
        table.reasons["headings"] = "no row was found to hold any: give the columns names"
    elif table.are_given:
        said["headings"] = list(table.headings)
        table.reasons["headings"] = "headings of the file that are alike, made different"
    return said | table.options


def _header(table: Table, said: dict[str, Option]) -> None:
    if table.header is None:
        return
    first, last = (table.block.grid.number(row) for row in table.header)
    if (first, last) != (1, 1):
        said["header_rows"] = str(first) if first == last else f"{first}-{last}"
        joined = "its texts are joined" if first != last else "what stands above is no data"
        table.reasons["header_rows"] = f"the headings; {joined}"


def _data_rows(table: Table, said: dict[str, Option]) -> None:
    block = table.block
    grid, first, last = block.grid, block.data[0], block.last
    header = table.header[1] if table.header else -1
    between = any(any(True for _ in filled(row)) for row in grid.rows[header + 1 : first])
    if between:
        said["data_rows"] = f"{grid.number(first)}-"
        table.reasons["data_rows"] = "what stands between the headings and these rows is no data"
    span = range(table.places[0], table.places[-1] + 1) if "data_columns" in said else None
    below = sum(
        any(span is None or place in span for place, _ in filled(row))
        for row in grid.rows[last + 1 :]
    )
    if below:
        said["skip_footer"] = str(below)
        table.reasons["skip_footer"] = "rows at the end that are notes"


def _data_columns(table: Table, said: dict[str, Option]) -> None:
    grid = table.block.grid
    span = [grid.rows[row] for row in table.block.data]
    header = range(table.header[0], table.header[1] + 1) if table.header else range(0)
    used = {place for row in [*span, *(grid.rows[r] for r in header)] for place, _ in filled(row)}
    outside = used - set(range(table.places[0], table.places[-1] + 1))
    if outside:
        said["data_columns"] = f"{letters(table.places[0])}-{letters(table.places[-1])}"
        table.reasons["data_columns"] = "what stands beside these columns is no data"


def letters(place: int) -> str:
    """A column as a sheet letters it: 0 is A, 26 is AA."""
    name = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
