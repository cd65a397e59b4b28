"""Which number formats of an XLSX show a date or a time."""

import re
from collections.abc import Iterator
from html import unescape

#: ECMA-376 part 1, 18.8.30: formats that are known by number alone.
DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
CUSTOM = re.compile(rb"<(?:\w+:)?numFmt\s[^<>]{0,2000}>")
CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs[\s>]")
END_OF_FORMATS = re.compile(rb"</(?:\w+:)?cellXfs>")
FORMAT = re.compile(rb"<(?:\w+:)?xf\s[^<>]{0,2000}>")
NUMBER = re.compile(rb"\bnumFmtId=[\"'](\d{1,9})[\"']")
CODE = re.compile(rb"\bformatCode=\"([^\"]{0,1000})\"")
NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)


def date_styles(styles: bytes) -> frozenset[int]:
    """The places in `cellXfs` (what a cell's `s` names) whose numbers are dates or times."""
    dates = DATES | set(_custom_dates(styles))
    start = CELL_FORMATS.search(styles)
    end = END_OF_FORMATS.search(styles, start.end()) if start else None
    listed = FORMAT.findall(styles, start.end(), end.start()) if start and end else []
    numbers = [NUMBER.search(one) for one in listed]
    return frozenset(
        place for place, number in enumerate(numbers) if number and int(number[1]) in dates
    )


def _custom_dates(styles: bytes) -> Iterator[int]:
    for found in CUSTOM.findall(styles):
        number, code = NUMBER.search(found), CODE.search(found)
        if number and code:
            shown = NOT_SHOWN.sub("", unescape(code[1].decode(errors="replace")))
            if re.search(r"[dmyhs]", shown.partition(";")[0], re.IGNORECASE):
                yield int(number[1])
