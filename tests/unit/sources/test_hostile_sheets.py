"""Sheets and cells that say other than they seem to."""

import random
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
import xlsxwriter

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources.spreadsheet.workbook import opened_workbook
from hereabouts.sources.spreadsheet.workbook_process import (
    WorkbookDamagedError,
    workbook_process,
)
from hereabouts.sources.spreadsheet.xlsx_cells import scan_cells
from hereabouts.sources.spreadsheet.xlsx_styles import date_styles
from tests.unit.sources.hostile_workbooks import SHEET, Read, found, refusal, small


def test_one_sheet_with_values_among_ghosts_is_the_one(
    rows_of: Read, written: Callable[..., Path]
) -> None:
    def ghosts(book: xlsxwriter.Workbook) -> None:
        for number in range(118):
            book.add_worksheet(f"Ghost {number}")
        small(book)
        for number in range(118, 237):
            sheet = book.add_worksheet(f"Ghost {number}")
            if number % 2:
                sheet.hide()
        lists = book.add_worksheet("Lists")
        lists.write(0, 0, "a list that a menu uses")
        lists.very_hidden()

    path = written(ghosts)
    assert found(rows_of("spreadsheet", path)) == [(2, "E01", "3")]

    def two(book: xlsxwriter.Workbook) -> None:
        ghosts(book)
        book.add_worksheet("More").write(0, 0, "x")

    error = refusal(rows_of, written(two))
    assert error.code == "S131"
    assert "has 240 sheets" in error.problem
    assert "and 200 more" in error.do


def test_hidden_sheets_are_said_to_be_hidden(rows_of: Read, written: Callable[..., Path]) -> None:
    def hidden(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Cover")
        for name in ("Old", "Lists"):
            book.add_worksheet(name).write(0, 0, "x")
        book.get_worksheet_by_name("Old").hide()
        book.get_worksheet_by_name("Lists").very_hidden()

    error = refusal(rows_of, written(hidden))
    assert "'Cover', 'Old' (hidden), 'Lists' (hidden from its menus)" in error.do


def test_errors_and_formulas_arrive_as_what_they_are(
    rows_of: Read, written: Callable[..., Path]
) -> None:
    def formulas(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["kind", "value"])
        for row, (formula, value) in enumerate(
            [("=1+1", 2), ("=9*9", 5), ("=NA()", "#N/A"), ("=1/0", "#DIV/0!"), ("=A1&1", "text")],
            start=1,
        ):
            sheet.write_string(row, 0, f"k{row}")
            sheet.write_formula(row, 1, formula, None, value)
        sheet.write_string(6, 0, "never")
        sheet.write_formula(6, 1, "=SUM(A1:A9)", None, "")
        sheet.write_string(7, 0, "blank")
        sheet.write_formula(7, 1, '=""', None, "@@")
        sheet.write_formula(7, 3, "=1", None, "")

    path = written(formulas, SHEET, lambda xml: xml.replace(b"<v>@@</v>", b"<v></v>"))
    assert [row[2] for row in found(rows_of("spreadsheet", path))] == [
        *("2", "5", "#N/A", "#DIV/0!", "text", "#NOT CALCULATED", None),
    ], "what was calculated when it was saved is what is read; 9*9 is not worked out"
    assert found(rows_of("spreadsheet", path))[-1] == (8, "blank", None, "#NOT CALCULATED")
    nulls = rows_of("spreadsheet", path, null="#N/A\n#DIV/0!\n#NOT CALCULATED")
    assert [row[2] for row in found(nulls)] == ["2", "5", None, None, "text", None, None]


def test_nobody_is_called_by_a_workbook(rows_of: Read, written: Callable[..., Path]) -> None:
    called: list[object] = []
    server = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        with suppress(OSError):
            while True:
                called.append(server.accept())

    threading.Thread(target=listen, daemon=True).start()
    address = f"http://127.0.0.1:{server.getsockname()[1]}"

    def reaching(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_formula(1, 0, f"='{address}/[other.xlsx]Sheet1'!A1", None, 7)
        sheet.write_formula(2, 0, f'=WEBSERVICE("{address}/x")', None, 8)
        sheet.write_formula(3, 0, "=cmd|' /c curl 127.0.0.1'!A0", None, 9)
        sheet.write_url(4, 0, address, string="a link")

    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/externalLink" Target="' + address.encode() + b'/x" TargetMode="External"/>'
    )
    path = written(
        reaching,
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", relation + b"</Relationships>"),
    )
    assert [row[1] for row in found(rows_of("spreadsheet", path))] == ["7", "8", "9", "a link"]
    server.close()
    assert called == []


@pytest.mark.parametrize(
    ("from_1904", "serials", "texts"),
    [
        (
            False,
            [1, 59, 60, 60.5, 61, -1, 36526, 2958465],
            *[["1900-01-01", "1900-02-28", "60", "60.5", "1900-03-01", "-1", "2000-01-01"]],
        ),
        (True, [0, 1, 60, -1, 36526], ["1904-01-01", "1904-01-02", "1904-03-01", "-1"]),
    ],
)
def test_early_dates_arrive_right_or_as_their_number(
    rows_of: Read, tmp_path: Path, from_1904: bool, serials: list[float], texts: list[str]
) -> None:
    path = tmp_path / "dates.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": from_1904}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["day", "number"])
        style = book.add_format({"num_format": 'dd mmm yyyy "at"'})
        for row, serial in enumerate(serials, start=1):
            sheet.write_number(row, 0, serial, style)
            sheet.write_number(row, 1, serial)
    last = "2004-01-02" if from_1904 else "9999-12-31"
    rows = found(rows_of("spreadsheet", path))
    assert [row[1] for row in rows] == [*texts, last]
    assert [float(str(row[2])) for row in rows] == serials, "a number that is no date is as it was"


def test_formats_that_show_a_date_are_told_from_those_that_do_not() -> None:
    codes = ["0.00", "yyyy-mm-dd", '"days" 0', "[Red]0.0", "[h]:mm", "General", r"0\d", "0;d"]
    custom = "".join(
        f'<numFmt numFmtId="{200 + place}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for place, code in enumerate(codes)
    )
    formats = "".join(f'<xf numFmtId="{200 + place}" fontId="0"/>' for place in range(len(codes)))
    styles = f"<numFmts>{custom}</numFmts><cellXfs>{formats}<xf numFmtId='14'/></cellXfs>"
    assert date_styles(styles.encode()) == {1, 4, 8}


def test_cells_are_found_however_the_xml_is_cut_and_prefixed() -> None:
    xml = (
        b"<x:sheetData><x:row r='3'><x:c s='1' r='C3' t='e'><x:v>#REF!</x:v></x:c></x:row>"
        b"<x:row r='9'><x:c r='XFD9' s='2'/><x:c r='AA9'><x:f>1+1</x:f></x:c></x:row></x:sheetData>"
    )
    for size in (1, 7, 1000):
        blocks = iter([xml[place : place + size] for place in range(0, len(xml), size)])
        cells = scan_cells(blocks, date_styles=frozenset(), from_1904=False)
        assert (cells.top, cells.left, cells.bottom, cells.right) == (2, 2, 8, 26)
        assert cells.texts == {2: {2: "#REF!"}, 8: {26: "#NOT CALCULATED"}}


@pytest.mark.real
def test_real_workbooks_with_a_few_bytes_changed_end_in_rows_or_in_words(
    shared_data: Path, tmp_path: Path
) -> None:
    # The reader of workbooks panics on about one in fifty, and runs out of memory on one in 250.
    chance, path = random.Random(20), tmp_path / "changed"  # noqa: S311  the same each time
    originals = sorted(one for one in (shared_data / "messy").glob("*.xls"))
    codes = set()
    for number in range(60):
        original = originals[number % len(originals)]
        data = bytearray(original.read_bytes())
        for _ in range(10):
            data[chance.randrange(len(data) if number % 2 else 1536)] = chance.randrange(256)
        path.write_bytes(data)
        codes.add(outcome(path))
    assert codes <= {"read", "S130", "S131", "S174", "S176"}
    assert "S176" in codes, "the reader broke, and we did not"


def test_a_reader_that_ended_before_it_was_asked_has_said_why(tmp_path: Path) -> None:
    path = tmp_path / "text.xlsx"
    path.write_bytes(b"no workbook")
    with workbook_process(path) as reader:
        reader.process.wait(60)
        with pytest.raises(WorkbookDamagedError):
            reader.sheets()


def outcome(path: Path) -> str:
    source = Source(kind="spreadsheet", location={}, options={}, at=Location("s.yml", 1))
    try:
        with opened_workbook(path, source=source) as book:
            for name in list(book.sheets)[:2]:
                list(book.sheet(name).iter_rows())
    except SourceError as error:
        return error.code
    return "read"


@pytest.mark.parametrize(
    "piece", [b"<c ", b'<c r="A1" t="e" ', b'<c r="A1"><f>', b"<cellXfs ", b"["]
)
def test_no_xml_takes_more_than_one_pass(piece: bytes) -> None:
    xml = piece * ((4 << 20) // len(piece))
    began = monotonic()
    scan_cells(iter([xml]), date_styles=frozenset({0}), from_1904=False)
    date_styles(xml)
    assert monotonic() - began < 20
