"""Sort the lines of a CSV into records, blanks and rejects, so that records and lines go in step.

Every record is looked at before DuckDB sees it. DuckDB lists the rows it refuses but cannot give
the line of those it keeps, and one quotation mark that never closes can cost it, or Python's own
reader, every line below; here it costs its own line. A plain block costs one pass in C.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import BinaryIO

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.csv.plain import longest_plain_line
from hereabouts.sources.csv.shape import Shape, is_utf8
from hereabouts.sources.naming import file_name
from hereabouts.sources.rows import Rejected

MOST_LINES = 1000  # of one record, so that an unclosed quotation mark is given up
MOST_BYTES = 1 << 20
MOST_REJECTED = 1_000_000  # lines: each is remembered


@dataclass(frozen=True, slots=True)
class InStep:
    """Where records are written: the first is of the first line, the second of the second."""

    out: BinaryIO
    filler: bytes  # the record of a line on which none begins: one that no file can hold


@dataclass(slots=True)
class Ledger:
    """An account of every line below the heading."""

    line: int  # of the file, from 1: the next one to be read
    kept: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    longest: int = 0  # bytes
    has_line_breaks: bool = False  # inside a cell

    def count_plain(self, block: bytes, longest: int) -> None:
        """Take in a block of plain records, the longest of so many bytes."""
        count = block.count(b"\n")
        self.line += count
        self.kept += count
        self.longest = max(self.longest, longest)


def copy_in_step(
    blocks: Iterable[bytes], *, shape: Shape, first_line: int, to: InStep, source: Source
) -> Ledger:
    """Write one record for each line: its own, or the filler where none begins.

    None begins on a blank line, on one that is rejected, and on those within a record. Blocks of
    plain records are copied as they are.

    Args:
        blocks: whole lines in UTF-8, each ending in LF.
        shape: of a record.
        first_line: of the first block, in the file.
        to: where to write.
        source: for the message.

    Raises:
        SourceError: S178 more lines are refused than can be remembered.
    """
    ledger = Ledger(line=first_line)
    waiting: list[bytes] = []  # from a record's first line, when its last is not here yet
    for block in blocks:
        longest = None if waiting else longest_plain_line(block, shape)
        if longest is not None:
            to.out.write(block)
            ledger.count_plain(block, longest)
            continue
        lines = block.split(b"\n")
        lines.pop()
        waiting = _sort(waiting + lines, shape, ledger, to, more=True)
        if len(ledger.rejected) > MOST_REJECTED:
            raise _too_many_rejected(ledger, source)
    _sort(waiting, shape, ledger, to, more=False)
    return ledger


def _too_many_rejected(ledger: Ledger, source: Source) -> SourceError:
    first = ledger.rejected[0]
    return SourceError(
        f"more than {MOST_REJECTED:,} lines of '{file_name(source)}' are no rows; the first is "
        f"line {first.row:,}, which {first.why}",
        code="S178",
        do="look at that line: a quotation mark may never close there; or check `delimiter` and "
        "`quote` in source.yml",
        at=source.at,
    )


def _sort(
    lines: list[bytes], shape: Shape, ledger: Ledger, to: InStep, *, more: bool
) -> list[bytes]:
    """Sort lines one by one; the lines to come back with are returned."""
    place, start = 0, ledger.line
    written: list[bytes] = []
    while place < len(lines):
        line = lines[place]
        ledger.line = start + place
        record, length = None, 1
        if line and line != shape.blank:
            record, length = _record(lines, place, shape, more=more)
            if length == 0:
                break
            if record is None:
                ledger.rejected.append(Rejected(ledger.line, shape.fault(line)))
        if record is not None:
            ledger.kept += 1
            ledger.has_line_breaks |= length > 1
        written.append(to.filler if record is None else record)
        written += [to.filler] * (length - 1)
        place += length
    ledger.line = start + place
    ledger.longest = max(ledger.longest, max(map(len, written), default=0))
    to.out.write(b"".join([record + b"\n" for record in written]))
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
