"""A CSV as rows of text with their line numbers."""

from dataclasses import replace
from pathlib import Path

import duckdb

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.csv.encoding import find_encoding
from hereabouts.sources.csv.heading import read_heading
from hereabouts.sources.csv.options import csv_options
from hereabouts.sources.csv.records import Ledger, Sorted, number_records
from hereabouts.sources.csv.shape import shape
from hereabouts.sources.csv.utf8 import line_blocks
from hereabouts.sources.naming import file_name
from hereabouts.sources.rows import Rows
from hereabouts.sources.scanning import Lines, scan_csv, scratch_file


def read(
    source: Source, path: Path, *, connection: duckdb.DuckDBPyConnection, scratch: Path
) -> Rows:
    """The rows of a CSV or TSV.

    `_row` is the line on which the row begins. A row is rejected when it has more or fewer fields
    than the heading, a byte outside the encoding, or a quotation mark that does not close. A
    CRLF inside a cell becomes LF. Options: encoding, delimiter, quote, skip_rows, header_rows,
    heading_joint, headings, data_rows, skip_footer, null.

    Raises:
        SourceError: S120 an option is wrong; S121 no heading; S122, S123 headings clash;
            S124 rows are not accounted for; S125 the file has no lines; S177 it is packed; S178
            a line is too long, or too many are no rows.
    """
    options = csv_options(source)
    codec = options.encoding or find_encoding(path)
    blocks = line_blocks(path, codec, source=source)
    top = read_heading(blocks, options=options, source=source)
    in_step, numbered = scratch_file(scratch, "plain.csv"), scratch_file(scratch, "lines.csv")
    with in_step.open("wb") as plain, numbered.open("wb") as rest:
        ledger = number_records(
            top.below,
            shape=shape(delimiter=top.delimiter, quote=options.quote, fields=len(top.headings)),
            first_line=top.first_line,
            out=Sorted(plain, rest),
            source=source,
        )
    lines = Lines(
        path=numbered,
        columns=top.headings,
        delimiter=top.delimiter,
        quote=options.quote,
        nulls=options.nulls,
        longest=ledger.longest,
        parallel=not ledger.has_line_breaks,
    )
    first = replace(lines, path=in_step, first_line=top.first_line, parallel=True)
    scan = _joined(first, lines, ledger)
    _reconcile(scan, ledger, connection=connection, source=source)
    return Rows(
        relation=connection.sql(scan),
        rejected=tuple(ledger.rejected),
        headings=top.headings,
    )


def _joined(first: Lines, rest: Lines, ledger: Ledger) -> str:
    """Both files in the order of the lines; one that holds nothing is not read."""
    scans = []
    if ledger.in_step or not ledger.kept:
        scans.append(scan_csv(first))
    if ledger.kept > ledger.in_step:
        scans.append(scan_csv(rest))
    return " union all ".join(scans)


def _reconcile(
    scan: str,
    ledger: Ledger,
    *,
    connection: duckdb.DuckDBPyConnection,
    source: Source,
) -> None:
    # Two readers that share no code must agree on how many rows there are.
    try:
        counted = connection.execute(f"select count(*) from ({scan})").fetchall()[0][0]
    except duckdb.InvalidInputException:
        counted = None  # DuckDB's message shows the row: it is not passed on
    if counted != ledger.kept:
        raise SourceError(
            f"'{file_name(source)}' has {ledger.kept:,} rows by one count and "
            f"{'none' if counted is None else format(counted, ',')} by another",
            code="S124",
            do="check `delimiter` and `quote` in source.yml, and save the file again as plain CSV",
            at=source.at,
        )
