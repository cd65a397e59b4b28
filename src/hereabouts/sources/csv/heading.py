"""The heading of a CSV: where it is, and what divides it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.csv.delimiter import find_delimiter
from hereabouts.sources.csv.options import CsvOptions
from hereabouts.sources.csv.spans import data_lines
from hereabouts.sources.headings import headings_of
from hereabouts.sources.naming import file_name
from hereabouts.sources.table_options import given_headings

LOOKED_AT = 100  # lines, to find the delimiter
LONGEST = 50  # lines in one heading record


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The headings, the delimiter, and the file below them."""

    headings: tuple[str, ...]
    delimiter: str
    first_line: int  # below the heading, from 1
    below: Iterator[bytes]  # blocks of whole lines


def read_heading(blocks: Iterator[bytes], *, options: CsvOptions, source: Source) -> Heading:
    """Read the first record that is not blank, below the rows to skip.

    Raises:
        SourceError: S121 there is none, or it cannot be read; S122, S123 its headings clash.
    """
    name = file_name(source)
    lines = next(blocks, b"").split(b"\n")
    span = options.table.header
    place = span[0] - 1 if span else options.skip_rows
    if _has_none(options) and options.table.data:
        place = options.table.data[0] - 1
    while place < len(lines) and not lines[place].strip():
        place += 1
    if place >= len(lines):
        raise _no_heading(source, f"'{name}' has no heading below line {options.skip_rows}")
    sample = [line.decode(errors="replace") for line in lines[place : place + LOOKED_AT]]
    delimiter = options.delimiter or find_delimiter(sample, quote=options.quote)
    where = f"line {place + 1} of '{name}'"
    if _has_none(options):
        cells, used = list(options.table.headings), 0
    else:
        cells, used = _records(lines, place, delimiter, options, source)
    if options.table.headings:
        cells = given_headings(options.table, columns=len(cells), source=source, where=where)
    rest = b"\n".join(lines[place + used :])
    below, first_line = data_lines(
        chain([rest] if rest else [], blocks), options.table, first_line=place + used + 1
    )
    return Heading(
        headings=headings_of(cells, source=source, where=where),
        delimiter=delimiter,
        first_line=first_line,
        below=below,
    )


def _has_none(options: CsvOptions) -> bool:
    """Whether source.yml gives the headings, and says where the data begins and no heading."""
    table = options.table
    return bool(table.headings and table.data and table.header is None)


def _records(
    lines: list[bytes], place: int, delimiter: str, options: CsvOptions, source: Source
) -> tuple[list[str], int]:
    """The heading's cells, and the lines it takes: one record, or one a line as source.yml says."""
    name, span = file_name(source), options.table.header
    count = span[1] - place if span else 1
    if count <= 1:
        where = f"line {place + 1} of '{name}'"
        return _record(lines[place : place + LONGEST], delimiter, options.quote, source, where)
    rows = []
    for number in range(place, min(place + count, len(lines))):
        where = f"line {number + 1} of '{name}'"
        if lines[number].strip():
            rows.append(
                _record(lines[number : number + 1], delimiter, options.quote, source, where)[0]
            )
    joined = [
        options.table.joint.join(filter(None, (" ".join(cell.split()) for cell in column)))
        for column in zip_longest(*rows, fillvalue="")
    ]
    return joined, count


def _record(
    lines: list[bytes], delimiter: str, quote: str, source: Source, where: str
) -> tuple[list[str], int]:
    try:
        text = (line.decode() + "\n" for line in lines)
        reader = csv.reader(text, delimiter=delimiter, quotechar=quote, strict=True)
        return next(reader), reader.line_num
    except (UnicodeDecodeError, csv.Error) as error:
        # The heading decides every column: it is not guessed at.
        fault = "a byte outside the encoding" if isinstance(error, ValueError) else "an open quote"
        raise _no_heading(source, f"the heading at {where} cannot be read: {fault}") from None


def _no_heading(source: Source, problem: str) -> SourceError:
    return SourceError(
        problem,
        code="S121",
        do="check that the file is whole, and `skip_rows` (the lines above the heading), "
        "`encoding` and `quote` in source.yml",
        at=source.at,
    )
