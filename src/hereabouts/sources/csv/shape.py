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
    spaced_record: re.Pattern[bytes]  # the same, with spaces around quotation marks
    any_record: re.Pattern[bytes]  # the same, one field or more
    spaced_field: re.Pattern[bytes]
    blank: bytes  # a record in which every field is empty

    def tidied(self, text: bytes) -> bytes | None:
        """The text as a record that every reader reads alike, or None if it is no record."""
        if self.quote not in text and b"\r" not in text:
            return text if text.count(self.delimiter) == self.fields - 1 else None
        if self.record.fullmatch(text):
            return text
        if self.spaced_record.fullmatch(text):
            return self.delimiter.join(map(self._without_spaces, self._fields_of(text)))
        return None

    def fault(self, line: bytes) -> str:
        """What is wrong with a line that is no record, in words without a value."""
        if not is_utf8(line):
            return NOT_UTF8
        if self.any_record.fullmatch(line) is None:
            bare = b"\r" in line and self.quote not in line
            return LINE_BREAK if bare else OUT_OF_PLACE
        return f"has {len(self._fields_of(line))} fields where the heading has {self.fields}"

    def _fields_of(self, text: bytes) -> list[bytes]:
        found: list[bytes] = []
        place = 0
        while place <= len(text) and (field := self.spaced_field.match(text, place)):
            found.append(field[0])
            place = field.end() + len(self.delimiter)
        return found

    def _without_spaces(self, field: bytes) -> bytes:
        bare = field.strip(b" ")
        return bare if bare.startswith(self.quote) else field


def shape(*, delimiter: str, quote: str, fields: int) -> Shape:
    """The shape of a file's records. RFC 4180: a quotation mark in a quoted cell is doubled.

    Spaces around quotation marks are not part of the cell, and a quotation mark inside a cell
    that does not begin with one is text (`5" pipe`).
    """
    mark, between = quote.encode(), delimiter.encode()
    q, d = re.escape(mark), re.escape(between)
    # Possessive: a long line that does not match is refused in one pass.
    quoted = q + b"[^" + q + b"]*+(?:" + q + q + b"[^" + q + b"]*+)*+" + q
    inside = b"[^" + d + rb"\r\n]" if len(between) == 1 else b"(?:(?!" + d + rb")[^\r\n])"
    bare = b"(?! *" + q + b")" + inside + b"*+"
    field = b"(?:" + quoted + b"|" + bare + b")"
    spaced = b"(?: *+" + quoted + b" *+|" + bare + b")"
    others = b"{%d}" % (fields - 1)
    return Shape(
        delimiter=between,
        quote=mark,
        fields=fields,
        record=re.compile(field + b"(?:" + d + field + b")" + others),
        spaced_record=re.compile(spaced + b"(?:" + d + spaced + b")" + others),
        any_record=re.compile(spaced + b"(?:" + d + spaced + b")*+"),
        spaced_field=re.compile(spaced),
        blank=between * (fields - 1),
    )


def is_utf8(text: bytes) -> bool:
    """Whether the bytes are UTF-8."""
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True
