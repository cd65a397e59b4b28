"""A CSV as rows of text with their line numbers."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from uuid import uuid4

import duckdb

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.csv.encoding import find_encoding
from hereabouts.sources.csv.heading import Heading, read_heading
from hereabouts.sources.csv.in_place import look_in_place
from hereabouts.sources.csv.options import CsvOptions, csv_options
from hereabouts.sources.csv.records import InStep, Ledger, copy_in_step
from hereabouts.sources.csv.shape import Shape, shape
from hereabouts.sources.csv.utf8 import line_blocks
from hereabouts.sources.naming import file_name
from hereabouts.sources.rows import Rows
from hereabouts.sources.scanning import Lines, count_csv, scan_csv, scratch_file
from hereabouts.sources.unchanged import file_state, refuse_changed


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
            a line is too long, or too many are no rows; S179 it changed meanwhile.
    """
    options = csv_options(source)
    before = file_state(path)
    codec = options.encoding or find_encoding(path)
    looked = _in_place(source, path, options, codec) or _copied(
        source, path, options, codec, scratch_file(scratch, "lines.csv")
    )
    unchanged = partial(refuse_changed, path, before, name=file_name(source), source=source)
    unchanged()
    _reconcile(looked, connection=connection, source=source)
    return Rows(
        relation=connection.sql(scan_csv(looked.lines)),
        rejected=tuple(looked.ledger.rejected),
        headings=tuple(looked.lines.columns),
        refuse_changed=unchanged,
    )


@dataclass(frozen=True, slots=True)
class _Looked:
    """The account of every line, and where DuckDB is to read the records."""

    ledger: Ledger
    lines: Lines


def _in_place(source: Source, path: Path, options: CsvOptions, codec: str) -> _Looked | None:
    """A file that needs no copy, which is most large ones."""
    if codec != "utf-8" or source.options.get("fallback"):
        return None
    top, record = _top(source, path, options, codec)
    ledger = look_in_place(path, top, record)
    if ledger is None:
        return None
    return _Looked(ledger, replace(_lines(path, top, options, ledger), skip=1))


def _copied(source: Source, path: Path, options: CsvOptions, codec: str, copy: Path) -> _Looked:
    """A copy with one record for each line."""
    top, record = _top(source, path, options, codec)
    filler = uuid4().hex  # made here and now, so that no file can hold it
    with copy.open("wb") as out:
        ledger = copy_in_step(
            top.below,
            shape=record,
            first_line=top.first_line,
            to=InStep(out, filler.encode() + record.blank),
            source=source,
        )
    return _Looked(ledger, replace(_lines(copy, top, options, ledger), filler=filler))


def _top(source: Source, path: Path, options: CsvOptions, codec: str) -> tuple[Heading, Shape]:
    blocks = line_blocks(path, codec, source=source)
    top = read_heading(blocks, options=options, source=source)
    return top, shape(delimiter=top.delimiter, quote=options.quote, fields=len(top.headings))


def _lines(path: Path, top: Heading, options: CsvOptions, ledger: Ledger) -> Lines:
    return Lines(
        path=path,
        columns=top.headings,
        delimiter=top.delimiter,
        quote=options.quote,
        nulls=options.nulls,
        longest=ledger.longest,
        parallel=not ledger.has_line_breaks,
        first_line=top.first_line,
    )


def _reconcile(looked: _Looked, *, connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    # Two readers that share no code must agree on how many rows there are.
    kept = looked.ledger.kept
    try:
        counted = connection.execute(count_csv(looked.lines)).fetchall()[0][0]
    except duckdb.InvalidInputException:
        counted = None  # DuckDB's message shows the row: it is not passed on
    if counted != kept:
        raise SourceError(
            f"'{file_name(source)}' has {kept:,} rows by one count and "
            f"{'none' if counted is None else format(counted, ',')} by another",
            code="S124",
            do="check `delimiter` and `quote` in source.yml, and save the file again as plain CSV",
            at=source.at,
        )
