"""Sort the lines of a CSV into records, blanks and rejects, and number what is kept.

Every record is looked at before DuckDB sees it. DuckDB lists the rows it refuses but cannot give
the line of those it keeps, and one quotation mark that never closes can cost it, or Python's own
reader, every line below; here it costs its own line. A plain block costs one pass in C.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np

from hereabouts.sources.csv.shape import Shape, is_utf8
from hereabouts.sources.rows import Rejected

LF = ord("\n")
MOST_LINES = 1000  # of one record, so that an unclosed quotation mark is given up
MOST_BYTES = 1 << 20


@dataclass(slots=True)
class Ledger:
    """An account of every line below the heading."""

    line: int  # of the file, from 1: the next one to be read
    kept: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    longest: int = 0  # bytes
    has_line_breaks: bool = False  # inside a cell


def number_records(
    blocks: Iterable[bytes], *, shape: Shape, first_line: int, out: BinaryIO
) -> Ledger:
    """Write each good record with its line number in front. Blank records are left out.

    Args:
        blocks: whole lines in UTF-8, each ending in LF.
        shape: of a record.
        first_line: of the first block, in the file.
        out: where to write.
    """
    ledger = Ledger(line=first_line)
    waiting: list[bytes] = []  # from a record's first line, when its last is not here yet
    for block in blocks:
        lines = block.split(b"\n")
        lines.pop()
        if not waiting and _is_plain(block, lines, shape):
            _write_all(lines, shape, ledger, out)
        else:
            waiting = _sort(waiting + lines, shape, ledger, out, more=True)
    _sort(waiting, shape, ledger, out, more=False)
    return ledger


def _is_plain(block: bytes, lines: list[bytes], shape: Shape) -> bool:
    if shape.quote in block or b"\r" in block or not is_utf8(block):
        return False
    return shape.blank not in lines and _have_as_many_fields(block, lines, shape)


def _have_as_many_fields(block: bytes, lines: list[bytes], shape: Shape) -> bool:
    wanted, delimiter = shape.fields - 1, shape.delimiter
    if len(delimiter) > 1:
        return all(line.count(delimiter) == wanted for line in lines)
    found = np.frombuffer(block, dtype=np.uint8)
    ends, marks = np.flatnonzero(found == LF), np.flatnonzero(found == delimiter[0])
    before = np.searchsorted(marks, ends)
    return bool((np.diff(before, prepend=0) == wanted).all())


def _write_all(lines: list[bytes], shape: Shape, ledger: Ledger, out: BinaryIO) -> None:
    numbered = b"%d" + shape.delimiter.replace(b"%", b"%%") + b"%s\n"
    out.write(b"".join([numbered % pair for pair in enumerate(lines, ledger.line)]))
    ledger.line += len(lines)
    ledger.kept += len(lines)
    ledger.longest = max(ledger.longest, max(map(len, lines), default=0) + 24)


def _sort(
    lines: list[bytes], shape: Shape, ledger: Ledger, out: BinaryIO, *, more: bool
) -> list[bytes]:
    """Sort lines one by one; the lines to come back with are returned."""
    place, start = 0, ledger.line
    good: list[bytes] = []
    while place < len(lines):
        line = lines[place]
        ledger.line = start + place
        if not line or line == shape.blank:
            place += 1
            continue
        record, length = _record(lines, place, shape, more=more)
        if length == 0:
            break
        if record is None:
            ledger.rejected.append(Rejected(ledger.line, shape.fault(line)))
        else:
            good.append(b"%d" % ledger.line + shape.delimiter + record)
            ledger.has_line_breaks |= length > 1
        place += length
    ledger.line = start + place
    ledger.kept += len(good)
    ledger.longest = max(ledger.longest, max(map(len, good), default=0))
    out.write(b"".join([record + b"\n" for record in good]))
    return lines[place:]


def _record(
    lines: list[bytes], place: int, shape: Shape, *, more: bool
) -> tuple[bytes | None, int]:
    """The record that begins here and its lines: None if it is none, 0 if its end is to come."""
    line = lines[place]
    record = shape.tidied(line)
    if record is not None or line.count(shape.quote) % 2 == 0:
        return _if_utf8(record), 1
    size = len(line)
    for after in range(place + 1, min(place + MOST_LINES, len(lines))):
        size += len(lines[after])
        if size > MOST_BYTES:
            return None, 1
        if lines[after].count(shape.quote) % 2:  # the first that can close it
            record = _if_utf8(shape.tidied(b"\n".join(lines[place : after + 1])))
            return record, after + 1 - place if record is not None else 1
    return None, 0 if more and len(lines) - place < MOST_LINES else 1


def _if_utf8(record: bytes | None) -> bytes | None:
    return record if record is not None and is_utf8(record) else None
