"""What a well-formed record looks like."""

import re
from dataclasses import dataclass

NOT_UTF8 = "has a byte that is not in the file's encoding"
LINE_BREAK = "has a line break inside a cell that has no quotation marks"
OUT_OF_PLACE = "has a quotation mark that is out of place or never closed"


@dataclass(frozen=True, slots=True)
class Shape:
    """Delimiter, quotation mark and number of fields, as bytes and as patterns."""

    delimiter: bytes
    quote: bytes
    fields: int
    record: re.Pattern[bytes]  # exactly `fields` fields
    any_record: re.Pattern[bytes]  # one field or more
    blank: bytes  # a record in which every field is empty

    def is_record(self, text: bytes) -> bool:
        """Whether the text is one whole record of the right number of fields."""
        if self.quote in text or b"\r" in text:
            return self.record.fullmatch(text) is not None
        return text.count(self.delimiter) == self.fields - 1

    def fault(self, line: bytes) -> str:
        """What is wrong with a line that is no record, in words without a value."""
        if not is_utf8(line):
            return NOT_UTF8
        if self.any_record.fullmatch(line) is None:
            bare = b"\r" in line and self.quote not in line
            return LINE_BREAK if bare else OUT_OF_PLACE
        return f"has {self.width(line)} fields where the heading has {self.fields}"

    def width(self, record: bytes) -> int:
        """How many fields a well-formed record has."""
        quoted = re.compile(_quoted(self.quote))
        return quoted.sub(b"", record).count(self.delimiter) + 1


def shape(*, delimiter: str, quote: str, fields: int) -> Shape:
    """The shape of a file's records. RFC 4180: a quotation mark in a quoted cell is doubled.

    Spaces around quotation marks are not part of the cell, and a quotation mark inside a cell
    that does not begin with one is text (`5" pipe`): as DuckDB reads them.
    """
    mark, between = quote.encode(), delimiter.encode()
    d = re.escape(between)
    inside = b"[^" + d + rb"\r\n]" if len(between) == 1 else b"(?:(?!" + d + rb")[^\r\n])"
    bare = b"(?! *" + re.escape(mark) + b")" + inside + b"*+"
    field = b"(?:" + _quoted(mark) + b"|" + bare + b")"
    return Shape(
        delimiter=between,
        quote=mark,
        fields=fields,
        record=re.compile(field + b"(?:" + d + field + b"){%d}" % (fields - 1)),
        any_record=re.compile(field + b"(?:" + d + field + b")*+"),
        blank=between * (fields - 1),
    )


def is_utf8(text: bytes) -> bool:
    """Whether the bytes are UTF-8."""
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def _quoted(mark: bytes) -> bytes:
    q = re.escape(mark)
    # Possessive: a long line that does not match is refused in one pass.
    return b" *+" + q + b"[^" + q + b"]*+(?:" + q + q + b"[^" + q + b"]*+)*+" + q + b" *+"
