from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from hereabouts.errors import SourceError
from hereabouts.sources import Rows

Read = Callable[..., Rows]
TITLED = b"""Beds
Source: us

Trust,Beds,Beds
,open,closed
(number),,
RAA,10,1
RBB,20,2
Total,30,3

Notes:
"one, two",
"""


def found(rows: Rows) -> list[tuple[object, ...]]:
    return rows.relation.order("_row").fetchall()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Two tables side by side under a merged heading, with a blank column and a footer."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (
        ["A title"],
        ["Trust", "Open", None, None, None, "key"],
        [None, "day", None, "night", None, "1 is one"],
        ["(code)", "(n)", None, "(n)"],
        ["RAA", 1, None, 2, None, "2 is two"],
        ["RBB", 3, None, 4],
        [None, None, None, None, None, "alone"],
        ["note"],
    ):
        page.append(row)
    page.merge_cells("B2:D2")
    path = tmp_path / "beds.xlsx"
    book.save(path)
    return path


def test_a_csv_is_read_from_the_rows_that_are_named(rows_of: Read) -> None:
    rows = rows_of("csv", TITLED, header_rows="4-5", data_rows="7-8", delimiter=",")
    assert rows.headings == ("Trust", "Beds open", "Beds closed")
    assert found(rows) == [(7, "RAA", "10", "1"), (8, "RBB", "20", "2")]
    assert rows.rejected == ()


def test_a_csv_may_have_no_end_and_a_footer(rows_of: Read) -> None:
    rows = rows_of("csv", TITLED, header_rows="4-5", data_rows="7-", skip_footer="3", delimiter=",")
    assert [row[0] for row in found(rows)] == [7, 8]
    assert rows.rejected == ()


def test_heading_rows_are_joined_as_source_yml_says(rows_of: Read) -> None:
    rows = rows_of(
        "csv", TITLED, header_rows="4-5", data_rows="7-8", heading_joint=" | ", delimiter=","
    )
    assert rows.headings == ("Trust", "Beds | open", "Beds | closed")


def test_a_csv_without_a_heading_is_given_one(rows_of: Read) -> None:
    rows = rows_of("csv", b"RAA,10\nRBB,20\n", headings="trust\nbeds", data_rows="1-")
    assert rows.headings == ("trust", "beds")
    assert found(rows) == [(1, "RAA", "10"), (2, "RBB", "20")]


def test_a_csv_with_a_title_and_no_heading_is_given_one(rows_of: Read) -> None:
    rows = rows_of("csv", b"A title\nRAA,10\nRBB,20\n", headings="trust\nbeds", data_rows="2-3")
    assert found(rows) == [(2, "RAA", "10"), (3, "RBB", "20")]


def test_headings_may_stand_in_for_those_of_the_file(rows_of: Read) -> None:
    rows = rows_of("csv", b"a,a\n1,2\n", headings="first\nsecond")
    assert rows.headings == ("first", "second")
    assert found(rows) == [(2, "1", "2")]


def test_one_heading_too_many_is_refused(rows_of: Read) -> None:
    with pytest.raises(SourceError, match=r"has 2 columns, and `headings` in source[.]yml names 3"):
        rows_of("csv", b"a,b\n1,2\n", headings="x\ny\nz")


def test_where_a_heading_is_cannot_be_said_twice(rows_of: Read) -> None:
    with pytest.raises(SourceError, match="say the same"):
        rows_of("csv", b"a,b\n1,2\n", skip_rows="1", header_rows="1")


@pytest.mark.parametrize("lines", [0, 1, 5, 6, 7, 50])
def test_a_footer_of_any_length_is_left_out(rows_of: Read, lines: int) -> None:
    """Across many blocks of lines, and also where it is all there is."""
    body = b"".join(b"%d,x\n" % n for n in range(6))
    rows = rows_of("csv", b"n,t\n" + body, skip_footer=str(lines))
    assert [row[1] for row in found(rows)] == [str(n) for n in range(max(0, 6 - lines))]


def test_a_footer_after_many_blocks_is_left_out(rows_of: Read) -> None:
    body = b"".join(b"%d,%s\n" % (n, b"x" * 90) for n in range(30_000))
    rows = rows_of("csv", b"n,t\n" + body + b"\nNote\n\n", skip_footer="1", data_rows="3-")
    counted = rows.relation.aggregate("count(*), min(_row), max(_row), sum(n::int)").fetchall()
    assert counted == [(29_999, 3, 30_001, sum(range(1, 30_000)))]


def test_a_sheet_is_read_from_rows_and_columns_that_are_named(rows_of: Read, sheet: Path) -> None:
    rows = rows_of(
        "spreadsheet",
        sheet,
        header_rows="2-3",
        data_rows="5-",
        data_columns="A-D",
        skip_footer="1",
    )
    assert rows.headings == ("Trust", "Open day", "Open night")
    assert found(rows) == [(5, "RAA", "1", "2"), (6, "RBB", "3", "4")]
    assert rows.columns == (1, 2, 4)


def test_a_blank_column_under_a_merged_heading_is_no_column(rows_of: Read, sheet: Path) -> None:
    rows = rows_of("spreadsheet", sheet, header_rows="2", data_rows="5-6", data_columns="A-C")
    assert rows.headings == ("Trust", "Open")


def test_the_columns_of_a_sheet_may_be_named_in_order(rows_of: Read, sheet: Path) -> None:
    rows = rows_of(
        "spreadsheet", sheet, data_rows="5-6", data_columns="A-D", headings="trust\nday\nnight"
    )
    assert rows.headings == ("trust", "day", "night")
    assert found(rows) == [(5, "RAA", "1", "2"), (6, "RBB", "3", "4")]


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("header_rows", "3-"),
        ("header_rows", "4-3"),
        ("header_rows", "0"),
        ("data_rows", "9-8"),
        ("data_rows", "all"),
        ("data_columns", "D-A"),
        ("data_columns", "1-3"),
    ],
)
def test_an_option_that_says_nothing_is_refused(
    rows_of: Read, sheet: Path, option: str, text: str
) -> None:
    with pytest.raises(SourceError, match=f"`{option}`") as refused:
        rows_of("spreadsheet", sheet, **{option: text})
    assert refused.value.code == "S120"
