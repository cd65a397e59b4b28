"""Workbooks that would cost more than they may, or are not whole."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
import xlsxwriter

from hereabouts.sources.spreadsheet.workbook_process import (
    WorkbookTooMuchError,
    workbook_process,
)
from tests.unit.sources.hostile_workbooks import SHEET, Read, found, refusal, small


def test_an_archive_that_would_unpack_to_too_much_is_refused(
    rows_of: Read, written: Callable[..., Path]
) -> None:
    path = written(small, SHEET, lambda sheet: sheet + b" " * (80 << 20))
    error = refusal(rows_of, path)
    assert (error.code, "times its size" in error.problem) == ("S173", True)
    assert refusal(rows_of, path, max_unpacked_bytes="1000000").code == "S173"
    assert found(rows_of("spreadsheet", path, max_unpacked_bytes="100000000"))


def test_an_archive_that_unpacks_to_more_than_it_says_is_refused(
    rows_of: Read, written: Callable[..., Path]
) -> None:
    path = written(small, SHEET, lambda sheet: sheet + b" " * (80 << 20))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo(SHEET)
        check = zlib.crc32(archive.read(SHEET)[:1000])
    # As a forger would: Python's own reader stops at the size that is declared, and is satisfied.
    truth = struct.pack("<LLL", part.CRC, part.compress_size, part.file_size)
    data = data.replace(truth, struct.pack("<LLL", check, part.compress_size, 1000))
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        assert len(archive.read(SHEET)) == 1000
    error = refusal(rows_of, path)
    assert (error.code, "more than it declares" in error.problem) == ("S173", True)


def test_an_archive_of_very_many_parts_is_refused(rows_of: Read, tmp_path: Path) -> None:
    path = tmp_path / "parts.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"xl/{number}", b"")
    error = refusal(rows_of, path)
    assert (error.code, "10,001 parts" in error.problem) == ("S173", True)


def test_an_archive_within_the_archive_is_never_unpacked(
    rows_of: Read, written: Callable[..., Path], tmp_path: Path
) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(300 << 20))
    path = written(small)
    with zipfile.ZipFile(path, "a") as archive:
        archive.write(bomb, "xl/embeddings/inner.xlsx")
    assert found(rows_of("spreadsheet", path)) == [(2, "E01", "3")]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../../etc/cron.d/x", "leads out of it"),
        ("/etc/passwd", "leads out of it"),
        ("..\\..\\x", "leads out of it"),
        ("C:/x", "leads out of it"),
        (SHEET, "more than once"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_parts_with_names_that_no_program_writes_are_refused(
    rows_of: Read, written: Callable[..., Path], name: str, words: str
) -> None:
    path = written(small)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"x")
    error = refusal(rows_of, path)
    assert (error.code, words in error.problem) == ("S174", True)


BILLION = b"""<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
OUTSIDE = b"""<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">"""


@pytest.mark.parametrize("definitions", [BILLION, OUTSIDE])
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_a_part_with_definitions_is_refused(
    rows_of: Read, written: Callable[..., Path], part: str, definitions: bytes
) -> None:
    path = written(small, part, lambda xml: xml.replace(b"?>", b"?>" + definitions, 1))
    assert refusal(rows_of, path).code == "S174"


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (SHEET, lambda xml: xml[: len(xml) // 2]),
        (SHEET, lambda _: b""),
        ("xl/workbook.xml", lambda xml: xml[:200]),
        ("xl/sharedStrings.xml", lambda xml: xml[:-30]),
        ("xl/_rels/workbook.xml.rels", lambda _: b"<Relationships/>"),
        ("xl/_rels/workbook.xml.rels", lambda x: x.replace(b"sheet1.xml", b"../../../etc/passwd")),
    ],
)
def test_broken_parts_are_an_error_in_words(
    rows_of: Read, written: Callable[..., Path], part: str, change: Callable[[bytes], bytes]
) -> None:
    code = refusal(rows_of, written(small, part, change), sheet="Staff").code
    assert code in {"S130", "S131", "S132", "S176"}


def test_a_file_that_is_cut_anywhere_is_an_error_in_words(
    rows_of: Read, written: Callable[..., Path], tmp_path: Path
) -> None:
    whole = written(small).read_bytes()
    cut = tmp_path / "cut.xlsx"
    for length in range(0, len(whole), len(whole) // 15):
        cut.write_bytes(whole[:length])
        assert refusal(rows_of, cut).code == "S130"


def test_a_stray_cell_far_away_is_refused_before_it_is_laid_out(
    rows_of: Read, written: Callable[..., Path]
) -> None:
    def stray(book: xlsxwriter.Workbook) -> None:
        small(book)
        book.get_worksheet_by_name("Staff").write(1_048_575, 16_383, "x")

    path = written(stray)
    error = refusal(rows_of, path)
    assert error.code == "S175"
    assert "17,179,869,184 cells" in error.problem
    # Where somebody says that it may be so large, the process that lays it out ends, and not ours.
    assert refusal(rows_of, path, max_cells="99999999999").code == "S176"


def test_a_dimension_that_lies_costs_nothing(rows_of: Read, written: Callable[..., Path]) -> None:
    path = written(small, SHEET, lambda xml: xml.replace(b'"A1:B2"', b'"A1:XFD1048576"'))
    assert found(rows_of("spreadsheet", path)) == [(2, "E01", "3")]


def test_a_reader_that_takes_too_long_is_ended(written: Callable[..., Path]) -> None:
    def tall(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row in range(8_000):
            sheet.write_row(row, 0, range(20))

    path = written(tall)
    began = monotonic()
    with workbook_process(path, seconds=0.05) as process, pytest.raises(WorkbookTooMuchError):
        process.open(process.sheets()[0][0])
    assert monotonic() - began < 5
