"""Write a product's quarantine to a file that people can correct and send back."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb
import xlsxwriter

from hereabouts.errors import DataError
from hereabouts.model.product import Product
from hereabouts.pipeline.offered import offered_columns, record_hash_sql
from hereabouts.pipeline.workspace import Workspace

FILE, ROW, WAS, RULES = "_file", "_row", "_was", "_rules"
ABOUT = (FILE, ROW, WAS, RULES)
#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ROWS_AT_ONCE = 2_000
Cells = Sequence[str]
ROWS_OF_A_SHEET = 1_048_576


def guarded(cell: str) -> str:
    """`cell` as a CSV may hold it: no spreadsheet runs it. `unguarded` takes that back."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    is_guarded = cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA)
    return cell[1:] if is_guarded else cell


def export_quarantine(workspace: Workspace, product: Product, path: Path) -> int:
    """Write every row in quarantine, where it was and what it broke; how many there were.

    The record is what was offered, so the file may hold what is not open: it is for people who
    may see the product, on their own machine.

    Raises:
        DataError: Q325 the file cannot be written.
    """
    write = _write_xlsx if path.suffix.lower() == ".xlsx" else _write_csv
    names = [column.name for column in offered_columns(product)]
    try:
        return write(path, [*ABOUT, *names], export_rows(workspace, product, names))
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise DataError(
            f"'{path.name}' could not be written ({type(error).__name__})",
            code="Q325",
            do="check that its folder can be written to, and that no other program has it open",
        ) from error


def export_rows(workspace: Workspace, product: Product, names: Sequence[str]) -> Iterator[Cells]:
    """Where each row was, its hash, the rules it broke, and its cells called `names`."""
    table = workspace.quarantined(product.id)
    if table is None or not table.files:
        return
    with duckdb.connect() as connection:
        held = connection.execute(
            f"select _file, _row, {record_hash_sql('record')}, rules, record"
            " from read_parquet($1, union_by_name=true) order by _row",
            [list(table.files)],
        )
        while some := held.fetchmany(_ROWS_AT_ONCE):
            for file, row, was, rules, record in some:
                cells = json.loads(record) if record else {}
                yield [file, str(row), was, rules, *(cells.get(name) or "" for name in names)]


def _write_csv(path: Path, heading: Cells, rows: Iterable[Cells]) -> int:
    count = 0
    # With a byte-order mark, without which Excel takes UTF-8 for something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading)
        for row in rows:
            writer.writerow([guarded(cell) for cell in row])
            count += 1
    return count


def _write_xlsx(path: Path, heading: Cells, rows: Iterable[Cells]) -> int:
    """Every cell is text, which no spreadsheet runs."""
    plain = {"strings_to_formulas": False, "strings_to_urls": False}
    count = 0
    with xlsxwriter.Workbook(path, plain) as book:
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet("quarantine")
        sheet.write_row(0, 0, heading, text)
        for count, row in enumerate(rows, start=1):
            _refuse_beyond(count, path)
            for place, cell in enumerate(row):
                sheet.write_string(count, place, cell, text)
    return count


def _refuse_beyond(count: int, path: Path) -> None:
    """The writer would leave out, unsaid, what is below a sheet's last row."""
    if count < ROWS_OF_A_SHEET:
        return
    raise DataError(
        f"'{path.name}' would need more than the {ROWS_OF_A_SHEET:,} rows that a sheet has",
        code="Q325",
        do="export to a file that ends in .csv",
    )
