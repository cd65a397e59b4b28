"""One trust that sends an OpenDocument spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hereabouts.cli.demo_extracts.cells import MARK, Cell
from hereabouts.cli.demo_extracts.staff import (
    CLERICAL,
    MEDICAL,
    NURSING,
    SUPPORT,
    THERAPY,
    Assignment,
)

FULL_TIME_HOURS = 37.5
EASTHOLT_GROUPS: Mapping[str, str] = {
    NURSING: "N",
    SUPPORT: "H",
    THERAPY: "S",
    MEDICAL: "M",
    CLERICAL: "G",
}
_MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{_NAMES}:office:1.0" xmlns:table="{_NAMES}:table:1.0"
 xmlns:text="{_NAMES}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>"""
_FOOT = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{_NAMES}:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MEDIA_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


def write_eastholt(path: Path, staff: Sequence[Assignment]) -> None:
    """Weekly hours instead of full-time equivalents, and letters for staff groups.

    Wrong on purpose: a letter nobody knows, and a person who works no hours.
    """
    rows: list[Sequence[Cell]] = [
        (
            f"EH-{a.number:04d}",
            EASTHOLT_GROUPS[a.group],
            a.role,
            a.band,
            round(a.fte * FULL_TIME_HOURS, 2),
            a.started,
            a.team,
        )
        for a in staff
    ]
    rows += [
        ("EH-0001", "X", "Staff Nurse", "5", 37.5, date(2019, 5, 1), "Acute Stroke Unit"),
        ("EH-0002", "N", "Staff Nurse", "5", 0.0, date(2019, 5, 1), "Acute Stroke Unit"),
    ]
    headings = ("Ref", "Occ Code", "Job", "AfC", "Weekly Hours", "Started", "Unit")
    above: list[Sequence[Cell]] = [(MARK,), ("Eastholt, 31 March 2026",)]
    _write_sheet(path, name="Staff", rows=[*above, headings, *rows])


def _write_sheet(path: Path, *, name: str, rows: Iterable[Sequence[Cell]]) -> None:
    table = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
    )
    content = f'{_HEAD}<table:table table:name="{escape(name)}">{table}</table:table>{_FOOT}'
    with ZipFile(path, "w") as file:
        # Readers find the media type first and uncompressed, as OpenDocument 1.2 part 3 asks.
        file.writestr(ZipInfo("mimetype"), _MEDIA_TYPE, ZIP_STORED)
        file.writestr(ZipInfo("META-INF/manifest.xml"), _MANIFEST, ZIP_DEFLATED)
        file.writestr(ZipInfo("content.xml"), content, ZIP_DEFLATED)


def _cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, float):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"
