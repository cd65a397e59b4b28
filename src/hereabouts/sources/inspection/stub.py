"""A cross-table's second heading line: one cell, which names the first column."""

from hereabouts.sources.inspection.grid import filled
from hereabouts.sources.inspection.table import Table
from hereabouts.sources.spreadsheet.cells import cell_text


def name_first_column(table: Table) -> None:
    """Where one cell stands alone between the heading and the data, it names the first column.

    What the heading row says over that column then names the other headings, as table builders
    write it.
    """
    block = table.block
    if len(block.others) != 1 or not block.header or block.others[0] > block.data[0]:
        return
    told = list(filled(block.grid.rows[block.others[0]]))
    if len(told) != 1 or told[0][0] != table.places[0]:
        return
    name = " ".join(cell_text(told[0][1]).split())
    if not name or name in table.headings:
        return
    table.options["columns"] = {table.headings[0]: name}
    table.reasons["columns"] = (
        "the line below the headings names the first column; what stands over it names the others"
    )
    table.headings[0] = name
