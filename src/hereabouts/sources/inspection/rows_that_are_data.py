"""Which rows of a table are data: labels given once, section titles, totals, rows of codes."""

import re
from collections.abc import Sequence

from hereabouts.sources.inspection.block import Block
from hereabouts.sources.inspection.cell_kind import Kind
from hereabouts.sources.inspection.grid import Cell, is_blank
from hereabouts.sources.inspection.missing_words import marker_for
from hereabouts.sources.inspection.numbers import as_number
from hereabouts.sources.inspection.table import Table
from hereabouts.sources.spreadsheet.cells import cell_text

TOTAL = re.compile(r"\(?\s*(grand |sub-?)?totals?\b.*|\(?all\b.*|\(all\)", re.IGNORECASE)
SURELY_TOTAL = re.compile(r"\(?\s*(grand |sub-?)?totals?\s*\)?|\(?all\)?", re.IGNORECASE)
FEW = 0.1


def measure_places(table: Table) -> list[int]:
    """Columns most of whose cells are numbers."""
    found = []
    for place in range(len(table.headings)):
        told = [cell for cell in table.column(place) if not is_blank(cell)]
        numbers = sum(as_number(cell) is not None for cell in told)
        marks = sum(isinstance(cell, str) and bool(marker_for(cell)) for cell in told)
        if told and numbers and numbers + marks >= 0.7 * len(told):
            found.append(place)
    return found


def share_filled(table: Table, place: int) -> float:
    """The share of rows with something in a column."""
    return sum(not is_blank(cell) for cell in table.column(place)) / max(1, len(table.rows))


def require(table: Table, place: int, why: str) -> None:
    """Leave out the rows that have nothing in a column."""
    kept = list(table.options.get("keep_rows_with", []) or [])
    kept.append(table.headings[place])
    table.options["keep_rows_with"] = kept
    table.reasons["keep_rows_with"] = why
    table.notes.append(f"Rows without '{table.headings[place]}' are left out: {why}.")
    table.keep([not is_blank(row[place]) for row in table.rows])


def leave_out_titles(table: Table) -> None:
    """Rows of one cell between the data: titles and notes."""
    grid, others = table.block.grid, table.block.others
    required = table.options.get("keep_rows_with", [])
    gone = [p for p, h in enumerate(table.headings) if isinstance(required, list) and h in required]
    left = [
        row
        for row in others
        if not any(is_blank(grid.cell(row, table.places[place])) for place in gone)
    ]
    inside = [row for row in left if table.block.data[0] < row < table.block.last]
    table.titles = left
    if not inside:
        return
    empty = [
        place
        for place, column in enumerate(table.places)
        if share_filled(table, place) == 1
        and all(is_blank(grid.cell(row, column)) for row in others)
    ]
    if empty:
        require(table, empty[0], f"{len(inside)} rows of one cell are titles or notes")
    else:
        table.notes.append("Rows of one cell stand among the data and were not told from it.")


def drop_code_rows(table: Table) -> None:
    """Rows of series codes among the numbers, such as L2KL, labelled alike."""
    measures = measure_places(table)
    labels = [p for p in range(len(table.headings)) if p not in measures]
    codes = [row for row in table.rows if _is_code_row(row, measures)]
    if not codes or len(codes) > FEW * len(table.rows):
        return
    for place in labels:
        said = {cell_text(row[place]) for row in codes}
        if len(said) == 1 and "" not in said:
            (label,) = said
            if sum(cell_text(row[place]) == label for row in table.rows) == len(codes):
                _drop(table, place, [label], "rows of series codes, not of figures")
                return


def is_row_of_codes(block: Block, row: int) -> bool:
    """Whether a row of a block holds series codes where other rows hold numbers."""
    places = [column for column, kind in block.kinds.items() if kind is Kind.NUMBER]
    return _is_code_row([block.grid.cell(row, c) for c in places], range(len(places)))


def _is_code_row(row: Sequence[Cell], measures: Sequence[int]) -> bool:
    told = [row[place] for place in measures if not is_blank(row[place])]
    codes = [
        c
        for c in told
        if isinstance(c, str) and re.fullmatch(r"[A-Z0-9]{3,6}", c.strip()) and as_number(c) is None
    ]
    return len(told) > 1 and len(codes) >= 0.8 * len(told)


def drop_totals(table: Table) -> None:
    """Rows labelled total that are the sum of the others, and have no code of their own."""
    measures = measure_places(table)
    labels = [p for p in range(len(table.headings)) if p not in measures or p == 0][:3]
    sums = [sum(as_number(cell) or 0 for cell in table.column(p)) for p in measures]
    for place in labels:
        rows: dict[str, list[int]] = {}
        for number, row in enumerate(table.rows):
            text = cell_text(row[place])
            if TOTAL.fullmatch(text.strip()):
                rows.setdefault(text, []).append(number)
        few = {text: found for text, found in rows.items() if len(found) <= 2}
        dropped = [
            text
            for text, found in few.items()
            if all(
                is_sum(table.rows[n], measures, sums) or _is_sum_above(table, n, measures)
                for n in found
            )
        ]
        if dropped:
            _drop(table, place, dropped, "their numbers are the sum of the others")
        kept = sorted(t for t in few.keys() - set(dropped) if SURELY_TOTAL.fullmatch(t.strip()))
        if kept:
            table.notes.append(
                f"{len(kept)} kinds of rows labelled as totals in '{table.headings[place]}' are "
                "not the sum of the others, and are kept."
            )


def is_sum(row: Sequence[Cell], measures: Sequence[int], sums: Sequence[float]) -> bool:
    """Whether most of a row's numbers are the sum of those in the other rows."""
    told = [(as_number(row[p]), total) for p, total in zip(measures, sums, strict=True)]
    pairs = [(own, total - own) for own, total in told if own]
    close = sum(abs(own - rest) <= max(2.0, 0.002 * abs(own)) for own, rest in pairs)
    return bool(pairs) and close >= max(1, 0.4 * len(pairs))


def _is_sum_above(table: Table, place: int, measures: Sequence[int]) -> bool:
    """Whether a row is the sum of all the rows above it, as where a remark stands below it."""
    if not 2 <= place <= 1000:
        return False
    above = [sum(as_number(row[p]) or 0 for row in table.rows[: place + 1]) for p in measures]
    return is_sum(table.rows[place], measures, above)


def drop_uncoded_total(table: Table) -> None:
    """One row without the code that all others have, and with the sum of their numbers."""
    measures = measure_places(table)
    sums = [sum(as_number(cell) or 0 for cell in table.column(p)) for p in measures]
    for place in range(len(table.headings)):
        if place in measures or "code" not in table.headings[place].lower():
            continue
        without = [row for row in table.rows if is_blank(row[place])]
        few = 0 < len(without) <= max(1, 0.02 * len(table.rows))
        if few and all(is_sum(row, measures, sums) for row in without):
            require(table, place, "a row without one is the total of the others")
            return


def _drop(table: Table, place: int, labels: list[str], why: str) -> None:
    dropped = table.options.setdefault("drop_rows", {})
    if isinstance(dropped, dict):
        dropped[table.headings[place]] = labels
    table.reasons["drop_rows"] = why
    table.notes.append(f"{len(labels)} labels in '{table.headings[place]}' are left out: {why}.")
    table.keep([cell_text(row[place]) not in labels for row in table.rows])
