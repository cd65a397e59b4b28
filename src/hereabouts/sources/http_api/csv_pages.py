"""A page of CSV as records."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

Record = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class CsvPage:
    """The heading, and the rows by it."""

    heading: tuple[str, ...]
    rows: Sequence[Record]


def parse_csv(body: bytes) -> CsvPage:
    """One page, whole; an empty one has no heading.

    Raises:
        ValueError: it is not CSV in UTF-8, a row has more or fewer cells than the heading, or
            two columns have one heading.
    """
    reader = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True)
    try:
        lines = [line for line in reader if line]
    except csv.Error:
        raise ValueError("is not CSV") from None
    if not lines:
        return CsvPage((), ())
    heading = tuple(lines[0])
    if len(set(heading)) < len(heading):
        raise ValueError("two columns have one heading")
    if any(len(line) != len(heading) for line in lines):
        raise ValueError("a row has more or fewer cells than the heading")
    return CsvPage(heading, [dict(zip(heading, line, strict=True)) for line in lines[1:]])
