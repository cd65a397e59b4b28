from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from hereabouts.errors import SourceError
from hereabouts.sources import Rows
from hereabouts.sources.spreadsheet.cells import cell_text

Read = Callable[..., Rows]


def found(rows: Rows) -> list[tuple[object, ...]]:
    return rows.relation.order("_row").fetchall()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A title, two heading rows with a merged cell, data with a gap, and a footer."""
    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "Cover"
    cover["A3"] = "Staff of the NHS"
    sheet = book.create_sheet("Staff in post")
    sheet["B1"] = "A title"
    for cell, value in {
        "B3": "Trust",
        "C3": "Staff\n(whole time)",
        "B4": None,
        "C4": "Nurses",
        "D4": "Doctors",
        "B5": "Leeds",
        "C5": 12,
        "D5": 3.25,
        "B7": "00012",
        "C7": date(2024, 1, 31),
        "D7": True,
        "F8": "a note",
        "B8": "York",
        "C8": "*",
        "D8": datetime.fromisoformat("2024-01-31 09:30"),
        "B10": "Source: us",
    }.items():
        sheet[cell] = value
    sheet.merge_cells("C3:D3")
    path = tmp_path / "staff.xlsx"
    book.save(path)
    return path


def test_each_heading_says_which_column_of_the_sheet_it_is(rows_of: Read, workbook: Path) -> None:
    rows = rows_of("spreadsheet", workbook, sheet="Staff in post", header_rows="3-4")
    assert rows.columns == (2, 3, 4, 6)
    assert rows.headings[-1] == "column_5"


def test_a_sheet_is_read_as_text_with_its_row_numbers(rows_of: Read, workbook: Path) -> None:
    rows = rows_of(
        "spreadsheet", workbook, sheet="Staff in post", header_rows="3-4", skip_footer="1", null="*"
    )
    assert rows.headings == (
        "Trust",
        "Staff (whole time) Nurses",
        "Staff (whole time) Doctors",
        "column_5",
    )
    assert rows.relation.types == ["BIGINT", *["VARCHAR"] * 4]
    assert found(rows) == [
        (5, "Leeds", "12", "3.25", None),
        (7, "00012", "2024-01-31", "true", None),
        (8, "York", None, "2024-01-31 09:30:00", "a note"),
    ]


def test_a_footer_that_is_not_skipped_is_a_row(rows_of: Read, workbook: Path) -> None:
    rows = rows_of("spreadsheet", workbook, sheet="Staff in post", header_rows="3-4")
    assert found(rows)[-1] == (10, "Source: us", None, None, None)


def test_a_space_or_a_capital_in_a_sheet_name_is_forgiven(rows_of: Read, workbook: Path) -> None:
    assert rows_of("spreadsheet", workbook, sheet="staff in Post ", header_rows="4").headings


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (
            {"sheet": "Staf in post"},
            "S131",
            "did you mean 'Staff in post'? its sheets are: 'Cover', 'Staff in post'",
        ),
        ({"sheet": "zzz"}, "S131", "'staff.xlsx' has no sheet 'zzz'"),
        ({}, "S131", "'staff.xlsx' has 2 sheets, and source.yml names none"),
        (
            {"sheet": "Staff in post", "header_rows": "2"},
            "S132",
            "row 2 of sheet 'Staff in post' in 'staff.xlsx', where the headings should be,",
        ),
        ({"sheet": "Staff in post", "header_rows": "90-91"}, "S132", "rows 90 to 91 of sheet"),
        ({"sheet": "Cover"}, "S132", "row 1 of sheet 'Cover'"),
        ({"sheet": "Staff in post", "header_rows": "4-3"}, "S120", "`header_rows`"),
        ({"sheet": "Staff in post", "header_rows": "0"}, "S120", "`header_rows`"),
        ({"sheet": "Staff in post", "header_rows": "3"}, "S122", "'Staff (whole time)' in columns"),
    ],
)
def test_what_cannot_be_found_is_said(
    rows_of: Read, workbook: Path, options: dict[str, str], code: str, words: str
) -> None:
    with pytest.raises(SourceError) as refused:
        rows_of("spreadsheet", workbook, **options)
    assert refused.value.code == code
    assert words in str(refused.value)


@pytest.mark.parametrize("keep", [0, 10, 2000])
def test_a_workbook_cut_short_is_refused(rows_of: Read, workbook: Path, keep: int) -> None:
    with pytest.raises(SourceError, match="not a whole workbook") as refused:
        rows_of("spreadsheet", workbook.read_bytes()[:keep], sheet="Cover")
    assert refused.value.code == "S130"


def test_a_csv_is_not_a_workbook(rows_of: Read) -> None:
    with pytest.raises(SourceError, match="S130"):
        rows_of("spreadsheet", b"a,b\n1,2\n")


def test_a_workbook_damaged_inside_is_refused(rows_of: Read, workbook: Path) -> None:
    content = bytearray(workbook.read_bytes())
    middle = content.index(b"xl/worksheets/sheet2.xml") + 60
    content[middle : middle + 200] = bytes(200)
    with pytest.raises(SourceError, match="S130"):
        rows_of("spreadsheet", bytes(content), sheet="Staff in post", header_rows="4")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (-0.5, "-0.5"),
        (1e300, "1e+300"),
        (0.1, "0.1"),
        (7, "7"),
        (True, "true"),
        (False, "false"),
        ("  x", "  x"),
        (None, ""),
        (date(2024, 1, 31), "2024-01-31"),
        (datetime.fromisoformat("2024-01-31"), "2024-01-31"),
        (datetime.fromisoformat("2024-01-31 09:05"), "2024-01-31 09:05:00"),
        (time(9, 5), "09:05:00"),
        (timedelta(hours=30, seconds=5), "30:00:05"),
        (-timedelta(minutes=1), "-00:01:00"),
    ],
)
def test_a_cell_is_what_a_person_would_have_typed(value: object, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "options", "headings", "first"),
    [
        (
            "nhse_kh03_beds_2020-21_q1.xlsx",
            {"sheet": "NHS Trust by Sector", "header_rows": "14-15"},
            ("Year", "Period End", "Region Code", "Org Code", "Org Name", "Available Total"),
            (16, "2020-21", "June", None, None, "England", "118510.39560439561"),
        ),
        (
            "mhclg_epc_eb1_existing_domestic.ods",
            {"sheet": "EB1_England_Only", "header_rows": "4"},
            ("Year", "Quarter", "Number Lodgements"),
            (5, "(Total)", None, "20791185"),
        ),
        (
            "ons_ukmye_2019.xls",
            {"sheet": "MYE2 - Males", "header_rows": "5"},
            ("Code", "Name", "Geography1", "All ages", "0"),
            (6, "K02000001", "UNITED KINGDOM", "Country", "32978229"),
        ),
    ],
)
def test_real_workbooks_are_read(
    rows_of: Read,
    shared_data: Path,
    name: str,
    options: dict[str, str],
    *,
    headings: tuple[str, ...],
    first: tuple[object, ...],
) -> None:
    rows = rows_of("spreadsheet", shared_data / "messy" / name, **options)
    assert rows.headings[: len(headings)] == headings
    assert found(rows)[0][: len(first)] == first
