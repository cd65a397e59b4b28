"""What an XLSX's own XML says of a sheet, read as a stream.

Its extent, and the cells that lose something on their way through the reader of workbooks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

NOT_CALCULATED = "#NOT CALCULATED"
END_OF_ROW = b"row>"
MOST_OF_A_ROW = 64 << 20  # bytes of XML
# Every repeat has an end, or stops at the next angle bracket: no XML takes more than one pass.
SOME = rb"[^<>]{0,400}"  # attributes
PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*(?<!/)>')  # as most programs write it
CELL = re.compile(
    rb"<(?:\w+:)?c\s(?:" + SOME + rb"?\s)??"
    rb"r=[\"']([A-Z]{1,3})([1-9]\d{0,6})[\"']" + SOME + rb"(?<!/)>"
)
TAG = rb"<(?:\w+:)?c\s(" + SOME + rb")(?<!/)>\s*"
FORMULA = rb"<(?:\w+:)?f(?:\s" + SOME + rb")?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
VALUE = rb"<(?:\w+:)?v(?:\s" + SOME + rb")?>"
FAULT = re.compile(
    rb"<(?:\w+:)?c\s(" + SOME + rb"?\bt=[\"']e[\"']" + SOME + rb")>\s*"
    rb"(?:" + FORMULA + rb")?" + VALUE + rb"([^<]*)<"
)
UNCALCULATED = re.compile(
    TAG + FORMULA + rb"(?:<(?:\w+:)?v\s*/>\s*|" + VALUE + rb"</(?:\w+:)?v>\s*)?</(?:\w+:)?c>"
)
SERIAL = re.compile(TAG + rb"(?:" + FORMULA + rb")?" + VALUE + rb"(-[\d.eE+-]+|60(?:\.\d*)?|0)<")
PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})([1-9]\d{0,6})[\"']")
STYLE = re.compile(rb"\bs=[\"'](\d{1,6})[\"']")
KIND = re.compile(rb"\bt=[\"'](\w+)[\"']")


@dataclass(slots=True)
class SheetCells:
    """Of one sheet. Rows and columns count from 0."""

    top: int = 1 << 20
    left: int = 1 << 14
    bottom: int = -1
    right: int = -1
    #: row -> column -> text, of cells that the reader of workbooks would give as nothing or wrong
    texts: dict[int, dict[int, str]] = field(default_factory=dict)

    @property
    def block(self) -> int:
        """Cells in the smallest block that holds every cell with a value."""
        return max(0, self.bottom - self.top + 1) * max(0, self.right - self.left + 1)

    def put(self, place: tuple[int, int], text: str) -> None:
        """Note what a cell is to be read as."""
        self.texts.setdefault(place[0], {})[place[1]] = text


def scan_cells(
    blocks: Iterator[bytes], *, date_styles: frozenset[int], from_1904: bool
) -> SheetCells:
    """Read a sheet's XML in one pass and in bounded memory.

    Error cells (#N/A) arrive as their text; a formula that was never calculated as
    `#NOT CALCULATED`. A date before the calendar begins is left as its number, and so is serial
    60 of the 1900 calendar, 29 February 1900, which is a day that never was.
    """
    cells = SheetCells()
    for rows in _whole_rows(blocks):
        _stretch(cells, rows)
        for attributes, text in FAULT.findall(rows) if _has(rows, b't="e"', b"t='e'") else ():
            _put(cells, attributes, unescape(text.decode(errors="replace"))[:40])
        for attributes in UNCALCULATED.findall(rows) if _has(rows, b"<f", b":f") else ():
            # An empty text is what some formulas give: those were calculated.
            if _attribute(KIND, attributes) not in {b"str", b"e"}:
                _put(cells, attributes, NOT_CALCULATED)
        if date_styles and _has(rows, b"v>-", b"v>60", b"v>0<"):
            _put_dates(cells, rows, date_styles, from_1904=from_1904)
    return cells


def column_number(letters: bytes) -> int:
    """The place of a column, from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _whole_rows(blocks: Iterator[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    size = 0
    for block in blocks:
        held.append(block)
        size += len(block)
        end = block.rfind(END_OF_ROW) + len(END_OF_ROW)
        if end >= len(END_OF_ROW) or size > MOST_OF_A_ROW:
            rest = block[end:] if end >= len(END_OF_ROW) else b""
            joined = b"".join(held)
            yield joined[: len(joined) - len(rest)]
            held, size = [rest], len(rest)
    yield b"".join(held)


def _has(rows: bytes, *signs: bytes) -> bool:
    """Whether it is worth looking: a plain search is a hundred times faster than a pattern."""
    return any(sign in rows for sign in signs)


def _stretch(cells: SheetCells, rows: bytes) -> None:
    found = PLAIN_CELL.findall(rows)
    if len(found) < rows.count(b"c "):
        found = CELL.findall(rows)
    if found:
        columns = [column_number(letters) for letters in {letters for letters, _ in found}]
        numbers = [int(number) - 1 for number in {number for _, number in found}]
        cells.top, cells.bottom = min(cells.top, *numbers), max(cells.bottom, *numbers)
        cells.left, cells.right = min(cells.left, *columns), max(cells.right, *columns)


def _put_dates(
    cells: SheetCells, rows: bytes, date_styles: frozenset[int], *, from_1904: bool
) -> None:
    for attributes, raw in SERIAL.findall(rows):
        style, kind = _attribute(STYLE, attributes), _attribute(KIND, attributes)
        if kind not in {b"", b"n"} or int(style or 0) not in date_styles:
            continue
        if raw == b"0":
            if from_1904:
                _put(cells, attributes, "1904-01-01")
        elif raw.startswith(b"-") or not from_1904:
            _put(cells, attributes, raw.decode())


def _put(cells: SheetCells, attributes: bytes, text: str) -> None:
    place = PLACE.search(attributes)
    if place and text:
        cells.put((int(place[2]) - 1, column_number(place[1])), text)


def _attribute(pattern: re.Pattern[bytes], attributes: bytes) -> bytes:
    found = pattern.search(attributes)
    return found[1] if found else b""
