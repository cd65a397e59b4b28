"""Labels that are given once, above the rows that they are for."""

from hereabouts.sources.inspection.cell_kind import cell_kind
from hereabouts.sources.inspection.grid import Cell, is_blank
from hereabouts.sources.inspection.numbers import as_number
from hereabouts.sources.inspection.rows_that_are_data import (
    is_sum,
    measure_places,
    require,
    share_filled,
)
from hereabouts.sources.inspection.table import Table

FULL, ONCE = 0.5, 0.5  # shares of rows with a label: more often than not, and given once


def fill_down(table: Table) -> None:
    """Find columns at the left whose labels are given once, and write them into every row.

    A row with a label and no detail is the title or the total of the rows below it, and is left
    out. One with no rows below it says something of its own: then nothing is filled down.
    """
    measures = set(measure_places(table))
    full = [p for p in range(len(table.headings)) if share_filled(table, p) > FULL]
    detail = min((p for p in full if p not in measures), default=None)
    if detail is None:
        return
    given_once = [p for p in range(detail) if 0 < share_filled(table, p) <= ONCE]
    if not given_once or is_blank(table.rows[0][given_once[0]]):
        return
    if not all(_is_summary(table, row, given_once[0], detail) for row in _alone(table, detail)):
        return
    without = sum(is_blank(row[detail]) for row in table.rows)
    for place in given_once:
        _fill(table, place)
    if without:
        require(table, detail, f"{without} rows of groups and totals have none")
    table.labels.update(given_once)
    table.options["fill_down"] = [table.headings[p] for p in given_once]
    table.reasons["fill_down"] = "these labels stand once, above the rows they are for"


def _fill(table: Table, place: int) -> None:
    last: Cell = ""
    for row in table.rows:
        if is_blank(row[place]):
            row[place] = last
        else:
            last = row[place]


def _alone(table: Table, detail: int) -> list[int]:
    """Rows without a detail that have no row with one right below them."""
    blank = [is_blank(row[detail]) for row in table.rows]
    return [n for n, one in enumerate(blank) if one and (n + 1 == len(blank) or blank[n + 1])]


def _is_summary(table: Table, place: int, label: int, detail: int) -> bool:
    """Whether a row is the sum of all, or stands below all with a label of another kind."""
    measures = measure_places(table)
    row = table.rows[place]
    sums = [sum(as_number(cell) or 0 for cell in table.column(p)) for p in measures]
    # Where groups have totals too, every number is there twice below the total of all.
    halved = [(own + (as_number(row[p]) or 0)) / 2 for own, p in zip(sums, measures, strict=True)]
    if is_sum(row, measures, sums) or is_sum(row, measures, halved):
        return True
    below = all(is_blank(other[detail]) for other in table.rows[place:])
    labels = [cell_kind(r[label]) for r in table.rows if not is_blank(r[detail])]
    told = {kind for kind in labels if kind != "blank"}
    return below and cell_kind(row[label]) not in told
