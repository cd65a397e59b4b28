"""Observations as CSV: a block that says what it is, then every observation.

Each line of the block begins with `# `, which readers of CSV can be told to pass over
(`comment="#"`). Number columns hold numbers or nothing: a marker has its own column, in words
beside it, so that no reader meets `[c]` where it expects a number.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from hereabouts.doors.web.files.observed_columns import COLUMNS, Raw
from hereabouts.model.spreadsheet_safety import safe_cell, safe_line

KIND = "text/csv"
LINES_AT_ONCE = 1_000


def csv_pieces(block: Iterable[str], rows: Iterable[tuple[Raw, ...]]) -> Iterator[str]:
    """The lines of the block, the headings, and `rows` of COLUMNS, many at a time."""
    yield "".join(f"# {safe_line(line)}\r\n" for line in block)
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for count, row in enumerate(rows, start=1):
        writer.writerow(map(safe_cell, row))
        if count % LINES_AT_ONCE == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()
