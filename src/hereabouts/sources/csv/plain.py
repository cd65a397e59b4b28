"""Blocks of a CSV in which every line is a record as it stands, seen without reading each line."""

import numpy as np

from hereabouts.sources.csv.shape import Shape, is_utf8

LF = ord("\n")


def longest_plain_line(block: bytes, shape: Shape) -> int | None:
    """The bytes of the longest line, or None when some line may not be a plain record.

    A plain record has no quotation mark, no CR, only UTF-8, as many fields as the heading, and
    is not blank. A delimiter of several bytes is left to the reader of single lines.

    Args:
        block: whole lines, each ending in LF.
        shape: of a record.
    """
    if shape.quote in block or b"\r" in block or len(shape.delimiter) > 1 or not is_utf8(block):
        return None
    found = np.frombuffer(block, dtype=np.uint8)
    ends = np.flatnonzero(found == LF)
    marks = np.flatnonzero(found == shape.delimiter[0])
    fields = np.diff(np.searchsorted(marks, ends), prepend=0) + 1
    lengths = np.diff(ends, prepend=-1) - 1
    plain = (fields == shape.fields).all() and (lengths != len(shape.blank)).all()
    return int(lengths.max(initial=0)) if plain else None
