"""The workbook that a supplier is sent, opened by another program."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from hereabouts.pipeline.supplier_report.findings import BadCell, Miss, Report, RowAtFault
from hereabouts.pipeline.supplier_report.workbook import TOP, write_workbook
from tests.unit.pipeline.supplier_report.test_page import DELIVERY, REPORT

ROW = RowAtFault(
    row=5, cells=("S3", "=cmd|' /C calc'!A0", None), bad=frozenset({1, 2}), words="bad"
)
FULL = replace(
    DELIVERY,
    cells=(BadCell(row=5, column=2, heading="Group", value="=1+1", fault=0),),
    cells_left_out=12,
    headings=("Site", "Group", "site"),
    copied=(ROW,),
    misses=(Miss(heading="Group", value="@SUM(A1)", rows=3, allowed=("Nursing",)),),
)


@pytest.fixture
def report() -> Report:
    return replace(REPORT, deliveries=(FULL,))


@pytest.fixture
def book(report: Report, tmp_path: Path) -> Workbook:
    write_workbook(report, tmp_path / "report.xlsx")
    return openpyxl.load_workbook(tmp_path / "report.xlsx")


def test_each_sheet_has_one_table_and_no_merged_cells(book: Workbook) -> None:
    assert book.sheetnames == ["Summary", "Rules", "Cells", "Unknown words", "Rows"]
    for sheet in book:
        assert len(sheet.tables) == 1
        assert sheet.merged_cells.ranges == set()
        assert sheet["A2"].value == "For Alpha Trust only: it holds cells of the file they sent."


def test_no_cell_is_run(book: Workbook) -> None:
    every = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in every if cell.data_type == "f"] == []
    assert book["Cells"].cell(TOP + 2, 5).value == "'=1+1"
    assert book["Unknown words"].cell(TOP + 2, 3).value == "'@SUM(A1)"


def test_the_number_of_cells_left_out_is_said(book: Workbook) -> None:
    assert book["Cells"]["A4"].value == "12 more cells are at fault and are not listed."


def test_a_bad_cell_of_a_copied_row_is_marked_and_said(book: Workbook) -> None:
    sheet = book["Rows"]
    row = [sheet.cell(TOP + 2, column) for column in range(1, 6)]
    assert [cell.value for cell in row] == [5, "S3", "'=cmd|' /C calc'!A0", "(empty)", "bad"]
    assert [cell.fill.fgColor.rgb == "FFF7D7D7" for cell in row] == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_headings_that_a_spreadsheet_takes_for_one_are_told_apart(book: Workbook) -> None:
    table = book["Rows"].tables["Rows"]
    assert table.column_names == ["Row", "Site", "Group", "site (again)", "What is wrong"]


def test_counts_are_numbers(book: Workbook) -> None:
    assert book["Rules"].cell(TOP + 2, 4).value == 1


def test_a_report_of_nothing_wrong_can_be_opened(tmp_path: Path) -> None:
    nothing = replace(DELIVERY, faults=(), cells=(), at_fault=0)
    write_workbook(replace(REPORT, deliveries=(nothing,)), tmp_path / "report.xlsx")
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    assert book["Cells"].tables["Cells"].ref == "A5:F6"
