"""A workbook as Office Open XML, a row at a time: however long, in little memory.

Written here because no library marks up a table in a file that it writes row by row, and because
the bytes are the same each time. Source: ECMA-376, Office Open XML, part 1.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import IO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from hereabouts.doors.web.files.book import (
    COUNTRY,
    LANGUAGE,
    WIDE,
    Book,
    Cell,
    Line,
    RowLimit,
    Sheet,
    letters,
    safe_text,
)
from hereabouts.doors.web.files.packed import add, packed, part

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

#: Positions in the list of styles below.
PLAIN, TITLE, HEADING, COLUMN, WRAPPED, NUMBERS = range(6)
MOST_DECIMALS = 10
FIRST_FORMAT = 164  # those before are Excel's own
FONTS = ((12, ""), (16, "<b/>"), (14, "<b/>"), (12, "<b/>"))
#: Points of a line of words, by style, where it is higher than a plain one.
HIGH = 16.0
HEIGHTS = {TITLE: 22.0, HEADING: 19.0}


def write_xlsx(book: Book, file: IO[bytes]) -> None:
    """Write `book` into `file`.

    Raises:
        AddressError: W250, it has too many rows.
    """
    limit = RowLimit()
    with packed(file) as zipped:
        add(zipped, "[Content_Types].xml", _types(book))
        add(zipped, "_rels/.rels", _package())
        add(zipped, "docProps/core.xml", _said(book))
        add(zipped, "xl/workbook.xml", _book(book))
        add(zipped, "xl/_rels/workbook.xml.rels", _sheets(book))
        add(zipped, "xl/styles.xml", _styles())
        for number, sheet in enumerate(book.sheets, start=1):
            _sheet(zipped, sheet, number, limit)


def _sheet(zipped: ZipFile, sheet: Sheet, number: int, limit: RowLimit) -> None:
    last = sheet.first_row
    with part(zipped, f"xl/worksheets/sheet{number}.xml") as writing:
        writing.write(_before(sheet).encode())
        for at, cells in enumerate(sheet.rows, start=sheet.first_row + 1):
            limit.take()
            writing.write(_row(at, cells, sheet).encode())
            last = at
        writing.write(f"</sheetData>{_margins(sheet)}</worksheet>".encode())
    if sheet.columns:
        add(
            zipped,
            f"xl/worksheets/_rels/sheet{number}.xml.rels",
            _relations([("rId1", "table", f"../tables/table{number}.xml")]),
        )
        add(zipped, f"xl/tables/table{number}.xml", _table(sheet, number, last))


def _before(sheet: Sheet) -> str:
    """Everything of a sheet above its rows: widths, words and headings."""
    widths = [column.width for column in sheet.columns] or [WIDE]
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, start=1)
    )
    lines = (Line(sheet.title), *sheet.lines)
    style = PLAIN if sheet.columns else WRAPPED
    words = "".join(
        _text_row(at, [line.text], TITLE if at == 1 else HEADING if line.heading else style, widths)
        for at, line in enumerate(lines, start=1)
    )
    titles = [column.title for column in sheet.columns]
    words += _text_row(sheet.first_row, titles, COLUMN, widths) if titles else ""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{RELATED}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="{HIGH}"/><cols>{columns}</cols>'
        f"<sheetData>{words}"
    )


def _margins(sheet: Sheet) -> str:
    """How it is printed: as wide as one page; and where its table is described."""
    parts = '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' if sheet.columns else ""
    return f'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>{parts}'


def _text_row(at: int, texts: list[str], style: int, widths: Sequence[float]) -> str:
    """Its height is said: LibreOffice fits no row to its words when it opens a file."""
    cells = "".join(
        _text(f"{letters(column)}{at}", text, style) for column, text in enumerate(texts, start=1)
    )
    return f'<row r="{at}" ht="{_high(texts, style, widths)}">{cells}</row>'


def _high(texts: list[str], style: int, widths: Sequence[float]) -> float:
    """In points, of the words in columns of `widths` letters."""
    line = HEIGHTS.get(style, HIGH)
    if style not in (COLUMN, WRAPPED):
        return line
    return line * max(ceil(len(text) / wide) or 1 for text, wide in zip(texts, widths, strict=True))


def _row(at: int, cells: tuple[Cell, ...], sheet: Sheet) -> str:
    made = (
        _cell(f"{letters(number)}{at}", cell, column.decimals)
        for number, (cell, column) in enumerate(zip(cells, sheet.columns, strict=True), start=1)
    )
    return f'<row r="{at}">{"".join(made)}</row>'


def _cell(place: str, cell: Cell, decimals: int | None) -> str:
    if isinstance(cell, str):
        return _text(place, cell, PLAIN)
    style = PLAIN if decimals is None else NUMBERS + min(decimals, MOST_DECIMALS)
    return f'<c r="{place}" s="{style}"><v>{cell!r}</v></c>'


def _text(place: str, text: str, style: int) -> str:
    said = escape(safe_text(text))
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'
    )


def _table(sheet: Sheet, number: int, last: int) -> str:
    """The mark-up that tells a screen reader where the table is. A table has a row at least."""
    first, end = sheet.first_row, letters(len(sheet.columns))
    where = f"A{first}:{end}{max(last, first + 1)}"
    columns = "".join(
        f'<tableColumn id="{at}" name={quoteattr(safe_text(column.title))}/>'
        for at, column in enumerate(sheet.columns, start=1)
    )
    return (
        f'{HEAD}<table xmlns="{MAIN}" id="{number}" name="{sheet.name}" '
        f'displayName="{sheet.name}" ref="{where}" totalsRowShown="0">'
        f'<autoFilter ref="{where}"/>'
        f'<tableColumns count="{len(sheet.columns)}">{columns}</tableColumns>'
        '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" '
        'showColumnStripes="0"/></table>'
    )


def _book(book: Book) -> str:
    sheets = "".join(
        f'<sheet name="{sheet.name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(book.sheets, start=1)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATED}">'
        f'<bookViews><workbookView activeTab="0"/></bookViews><sheets>{sheets}</sheets></workbook>'
    )


def _sheets(book: Book) -> str:
    listed = [
        (f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml")
        for number in range(1, len(book.sheets) + 1)
    ]
    return _relations([*listed, (f"rId{len(listed) + 1}", "styles", "styles.xml")])


def _relations(listed: list[tuple[str, str, str]]) -> str:
    related = "".join(
        f'<Relationship Id="{name}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for name, kind, target in listed
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'


def _package() -> str:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return _relations([("rId1", "officeDocument", "xl/workbook.xml")]).replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>',
    )


def _types(book: Book) -> str:
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    for number, sheet in enumerate(book.sheets, start=1):
        parts.append((f"/xl/worksheets/sheet{number}.xml", "worksheet"))
        if sheet.columns:
            parts.append((f"/xl/tables/table{number}.xml", "table"))
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{SPREADSHEET}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType='
        f'"application/vnd.openxmlformats-package.core-properties+xml"/>{listed}</Types>'
    )


def _said(book: Book) -> str:
    made = f"{book.made:%Y-%m-%dT%H:%M:%SZ}"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(safe_text(book.title))}</dc:title>"
        f"<dc:creator>{escape(safe_text(book.creator))}</dc:creator>"
        f"<dc:language>{LANGUAGE}-{COUNTRY}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _styles() -> str:
    """In the order of the positions above; then a number with none, one, two ... decimals."""
    places = range(MOST_DECIMALS + 1)
    formats = "".join(
        f'<numFmt numFmtId="{FIRST_FORMAT + d}" formatCode="#,##0{_places(d)}"/>' for d in places
    )
    fonts = "".join(
        f'<font>{bold}<sz val="{size}"/><name val="Arial"/></font>' for size, bold in FONTS
    )
    shown = [*_formats(), *(_format(FIRST_FORMAT + d, 0) for d in places)]
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="{len(places)}">{formats}</numFmts>'
        f'<fonts count="{len(FONTS)}">{fonts}</fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{_format(0, 0)}</cellStyleXfs>'
        f'<cellXfs count="{len(shown)}">{"".join(shown)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _formats() -> Iterator[str]:
    for font in (0, 1, 2):
        yield _format(0, font)
    for font in (3, 0):
        yield _format(0, font, '<alignment vertical="top" wrapText="1"/>')


def _format(number: int, font: int, inside: str = "") -> str:
    return (
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" applyNumberFormat="1" '
        f'applyFont="1" applyAlignment="1">{inside}</xf>'
    )


def _places(decimals: int) -> str:
    return f".{'0' * decimals}" if decimals else ""
