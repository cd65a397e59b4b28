"""The heading of a CSV: where it is, and what divides it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.csv.delimiter import find_delimiter
from hereabouts.sources.csv.options import CsvOptions
from hereabouts.sources.headings import headings_of
from hereabouts.sources.naming import file_name

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
    place = options.skip_rows
    while place < len(lines) and not lines[place].strip():
        place += 1
    if place >= len(lines):
        raise _no_heading(source, f"'{name}' has no heading below line {options.skip_rows}")
    sample = [line.decode(errors="replace") for line in lines[place : place + LOOKED_AT]]
    delimiter = options.delimiter or find_delimiter(sample, quote=options.quote)
    where = f"line {place + 1} of '{name}'"
    cells, used = _record(lines[place : place + LONGEST], delimiter, options.quote, source, where)
    rest = b"\n".join(lines[place + used :])
    return Heading(
        headings=headings_of(cells, source=source, where=where),
        delimiter=delimiter,
        first_line=place + used + 1,
        below=chain([rest] if rest else [], blocks),
    )


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
