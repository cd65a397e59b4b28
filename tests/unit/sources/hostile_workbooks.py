"""Workbooks that a test alters, and what reading them ends in."""

import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
import xlsxwriter

from hereabouts.errors import Location, SourceError
from hereabouts.sources import Rows

Read = Callable[..., Rows]
Fill = Callable[[xlsxwriter.Workbook], None]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """A workbook with what `fill` writes in it; `change` then alters one of its parts."""

    def write(fill: Fill, part: str = "", change: Callable[[bytes], bytes] = bytes) -> Path:
        path = tmp_path / "staff.xlsx"
        with xlsxwriter.Workbook(path) as book:
            fill(book)
        if part:
            with zipfile.ZipFile(path) as archive:
                parts = {name: archive.read(name) for name in archive.namelist()}
            parts[part] = change(parts[part])
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, content in parts.items():
                    archive.writestr(name, content)
        return path

    return write


def small(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Staff")
    sheet.write_row(0, 0, ["code", "count"])
    sheet.write_row(1, 0, ["E01", 3])


def found(rows: Rows) -> list[tuple[object, ...]]:
    return rows.relation.order("_row").fetchall()


def refusal(rows_of: Read, path: Path, **options: str) -> SourceError:
    began = monotonic()
    tracemalloc.start()
    try:
        with pytest.raises(SourceError) as refused:
            rows_of("spreadsheet", path, **options)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100 << 20, "our own memory is bounded"
    assert monotonic() - began < 60
    assert path.name in refused.value.problem
    assert refused.value.do
    assert refused.value.at == Location("products/a/b/source.yml", 1)
    return refused.value
