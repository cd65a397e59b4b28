"""Which part of an XLSX holds which sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import join, normpath
from xml.etree import ElementTree as ET

from hereabouts.sources.spreadsheet.archive import Archive
from hereabouts.sources.spreadsheet.xlsx_styles import date_styles

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True, slots=True)
class XlsxParts:
    """Sheet name -> part; the styles that are dates; whether day 0 is in 1904."""

    sheets: Mapping[str, str]
    date_styles: frozenset[int]
    from_1904: bool


def xlsx_parts(archive: Archive) -> XlsxParts | None:
    """What the workbook's own parts say; None when it is no XLSX, or does not say it plainly.

    An archive has no DOCTYPE in it by then, so its XML cannot grow.
    """
    try:
        book = ET.fromstring(archive.text(WORKBOOK))  # noqa: S314
        relations = ET.fromstring(archive.text(RELATIONS))  # noqa: S314
    except ET.ParseError:
        return None
    targets = {
        one.get("Id"): normpath(join("/xl", one.get("Target", ""))).lstrip("/") for one in relations
    }
    sheets = {
        one.get("name", ""): targets.get(_relation(one), "")
        for one in book.iter()
        if _plain(one.tag) == "sheet"
    }
    settings = [one for one in book.iter() if _plain(one.tag) == "workbookPr"]
    return XlsxParts(
        {name: part for name, part in sheets.items() if part in archive.names},
        date_styles(archive.text("xl/styles.xml")),
        from_1904=any(one.get("date1904") in {"1", "true"} for one in settings),
    )


def _relation(sheet: ET.Element) -> str | None:
    # The same attribute stands in two namespaces, of the transitional and the strict standard.
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)


def _plain(tag: object) -> str:
    return str(tag).rpartition("}")[2]
