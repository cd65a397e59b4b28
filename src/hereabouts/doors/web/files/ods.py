"""A workbook as OpenDocument, a row at a time: however long, in little memory.

Source: OASIS, Open Document Format for Office Applications 1.3.
"""

from collections.abc import Iterator
from typing import IO
from xml.sax.saxutils import escape

from hereabouts.doors.web.files.book import (
    COUNTRY,
    LANGUAGE,
    WIDE,
    Book,
    Cell,
    RowLimit,
    Sheet,
    letters,
    safe_text,
)
from hereabouts.doors.web.files.packed import add, packed, part

KIND = "application/vnd.oasis.opendocument.spreadsheet"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMED = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    (
        *(f'xmlns:{name}="{NAMED}:{name}:1.0"' for name in ("office", "style", "table", "text")),
        *(f'xmlns:{name}="{NAMED}:{of}:1.0"' for name, of in (("number", "datastyle"),)),
        f'xmlns:fo="{NAMED}:xsl-fo-compatible:1.0"',
        f'xmlns:meta="{NAMED}:meta:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    )
)
VERSION = 'office:version="1.3"'
A_LETTER = 0.21  # centimetres across


def write_ods(book: Book, file: IO[bytes]) -> None:
    """Write `book` into `file`.

    Raises:
        AddressError: W250, it has too many rows.
    """
    with packed(file) as zipped:
        add(zipped, "mimetype", KIND, stored=True)  # first and plain, as the format asks
        add(zipped, "META-INF/manifest.xml", _manifest())
        add(zipped, "meta.xml", _said(book))
        add(zipped, "styles.xml", _defaults())
        with part(zipped, "content.xml") as writing:
            for piece in _content(book):
                writing.write(piece.encode())


def _content(book: Book) -> Iterator[str]:
    limit = RowLimit()
    ranges = []
    yield f"{HEAD}<office:document-content {SPACES} {VERSION}>{_styles(book)}"
    yield "<office:body><office:spreadsheet>"
    for sheet in book.sheets:
        last = sheet.first_row
        yield _before(sheet)
        for cells in sheet.rows:
            limit.take()
            last += 1
            yield _row(cells)
        yield "</table:table>"
        ranges += [_range(sheet, last)] if sheet.columns else []
    yield f"<table:database-ranges>{''.join(ranges)}</table:database-ranges>"
    yield "</office:spreadsheet></office:body></office:document-content>"


def _before(sheet: Sheet) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="w{width}" table:default-cell-style-name="{style}"/>'
        for width, style in _columns(sheet)
    )
    words = "".join(
        _text_row([line.text], "heading" if line.heading else "words") for line in sheet.lines
    )
    titles = [column.title for column in sheet.columns]
    head = _text_row(titles, "column")
    heading = f"<table:table-header-rows>{head}</table:table-header-rows>" if titles else ""
    return (
        f'<table:table table:name="{sheet.name}">{columns}'
        f"{_text_row([sheet.title], 'title')}{words}{heading}"
    )


def _columns(sheet: Sheet) -> Iterator[tuple[int, str]]:
    for column in sheet.columns:
        yield column.width, "plain" if column.decimals is None else f"n{column.decimals}"
    if not sheet.columns:
        yield WIDE, "wrapped"


def _text_row(texts: list[str], style: str) -> str:
    cells = "".join(_text(text, f' table:style-name="{style}"') for text in texts)
    return f"<table:table-row>{cells}</table:table-row>"


def _row(cells: tuple[Cell, ...]) -> str:
    made = "".join(_text(cell) if isinstance(cell, str) else _number(cell) for cell in cells)
    return f"<table:table-row>{made}</table:table-row>"


def _number(cell: float) -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{cell!r}">'
        f"<text:p>{cell!r}</text:p></table:table-cell>"
    )


def _text(text: str, style: str = "") -> str:
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in safe_text(text).split("\n"))
    return f'<table:table-cell office:value-type="string"{style}>{paragraphs}</table:table-cell>'


def _range(sheet: Sheet, last: int) -> str:
    """The mark-up that says where the table is."""
    first, end = sheet.first_row, letters(len(sheet.columns))
    where = f"{sheet.name}.A{first}:{sheet.name}.{end}{max(last, first + 1)}"
    return (
        f'<table:database-range table:name="{sheet.name}" table:target-range-address="{where}" '
        'table:display-filter-buttons="true"/>'
    )


def _styles(book: Book) -> str:
    columns = [column for sheet in book.sheets for column in sheet.columns]
    widths = "".join(
        f'<style:style style:name="w{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * A_LETTER:.2f}cm"/>'
        "</style:style>"
        for width in sorted({WIDE, *(column.width for column in columns)})
    )
    decimals = sorted({c.decimals for c in columns if c.decimals is not None})
    numbers = "".join(
        f'<number:number-style style:name="f{places}"><number:number number:grouping="true" '
        f'number:decimal-places="{places}" number:min-integer-digits="1"/></number:number-style>'
        f'<style:style style:name="n{places}" style:family="table-cell" '
        f'style:data-style-name="f{places}"/>'
        for places in decimals
    )
    cells = "".join(
        f'<style:style style:name="{name}" style:family="table-cell">{properties}</style:style>'
        for name, properties in _cell_styles()
    )
    return f"<office:automatic-styles>{widths}{numbers}{cells}</office:automatic-styles>"


def _cell_styles() -> Iterator[tuple[str, str]]:
    wrap = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
    bold = '<style:text-properties fo:font-weight="bold" fo:font-size="{}pt"/>'
    yield "plain", ""
    yield "words", ""
    yield "wrapped", wrap
    yield "title", bold.format(16)
    yield "heading", bold.format(14)
    yield "column", wrap + bold.format(12)


def _defaults() -> str:
    """The language of every cell, so that a screen reader says it right."""
    text = (
        '<style:text-properties fo:font-family="Arial" fo:font-size="12pt" '
        f'fo:language="{LANGUAGE}" fo:country="{COUNTRY}"/>'
    )
    return (
        f"{HEAD}<office:document-styles {SPACES} {VERSION}><office:styles>"
        f'<style:default-style style:family="table-cell">{text}</style:default-style>'
        "</office:styles></office:document-styles>"
    )


def _said(book: Book) -> str:
    made = f"{book.made:%Y-%m-%dT%H:%M:%SZ}"
    return (
        f"{HEAD}<office:document-meta {SPACES} {VERSION}><office:meta>"
        f"<dc:title>{escape(safe_text(book.title))}</dc:title>"
        f"<meta:initial-creator>{escape(safe_text(book.creator))}</meta:initial-creator>"
        f"<dc:language>{LANGUAGE}-{COUNTRY}</dc:language>"
        f"<meta:creation-date>{made}</meta:creation-date><dc:date>{made}</dc:date>"
        "</office:meta></office:document-meta>"
    )


def _manifest() -> str:
    parts = (("/", KIND), *((f"{name}.xml", "text/xml") for name in ("content", "styles", "meta")))
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in parts
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{NAMED}:manifest:1.0" '
        f'manifest:version="1.3">{listed}</manifest:manifest>'
    )
