"""The workbook is filled in, refuses what it can, and is read as it stands."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from hereabouts.errors import ProjectError
from hereabouts.model.product import Product
from hereabouts.project.supplier_schema.asked import request
from hereabouts.project.supplier_schema.template import write_template
from hereabouts.project.supplier_schema.write import write_schemas_for
from hereabouts.sources.spreadsheet.read import read
from tests.unit.project.supplier_schema.staff_returns import (
    COLUMNS,
    GROUP,
    of_suppliers,
    product,
    source,
)
from tests.unit.quality.small_contract import broken, contract

GOOD = ["R0A", "Medical", 12, 0.5, date(2026, 1, 31), "yes"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "template.xlsx"


def opened(path: Path, made: Product) -> tuple[Any, Worksheet]:
    write_template(request(made, None), path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    return book, sheet


def fill(path: Path, made: Product, *rows: list[Any]) -> list[tuple[Any, ...]]:
    """Fill the template in, and read it with the reader of spreadsheets."""
    book, sheet = opened(path, made)
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place).value = value
    filled = path.with_name("filled.xlsx")
    book.save(filled)
    with duckdb.connect() as connection:
        found = read(source(), filled, connection=connection, scratch=path.parent)
        assert list(found.headings) == [column.source_name for column in COLUMNS]
        return found.relation.project("* exclude (_row)").fetchall()


def rules(sheet: Worksheet) -> Mapping[str, DataValidation]:
    return {
        str(rule.sqref).split(":", 1)[0]: rule for rule in sheet.data_validations.dataValidation
    }


def excel_allows(rule: DataValidation | None, value: Any) -> bool:
    """What Excel does when `value` is typed, for the rules that are not formulas."""
    if rule is None or value is None:
        return True
    if rule.type == "list":
        return str(value) in str(rule.formula1).strip('"').split(",")
    numbers = (float(str(rule.formula1)), float(str(rule.formula2)))
    if rule.type == "textLength":
        return numbers[0] <= len(str(value)) <= numbers[1]
    if rule.type == "date":
        return isinstance(value, date)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    whole = rule.type != "whole" or float(value).is_integer() if is_number else False
    return is_number and whole and numbers[0] <= value <= numbers[1]


def as_text(value: Any) -> str | None:
    return None if value is None else str(value)


def test_a_filled_template_is_read_without_change_and_keeps_the_contract(path: Path) -> None:
    rows = fill(path, product(), GOOD, ["0A1", "Nursing", 0, None, date(2026, 2, 28), None])
    assert rows == [
        ("R0A", "Medical", "12", "0.5", "2026-01-31", "yes"),
        ("0A1", "Nursing", "0", None, "2026-02-28", None),
    ]
    assert broken(contract(*COLUMNS), rows) == []


def test_an_empty_template_has_no_rows(path: Path) -> None:
    assert fill(path, product()) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (1, "Chefs"), (1, "medical"), (2, -1), (2, 9001), (2, 1.5), (2, "many"), (3, 1.01),
        (3, "half"), (4, "soon"), (5, "perhaps"),
        (1, "Nursing"), (1, None), (2, 9000), (3, 0), (3, 1), (3, None), (4, date(2020, 2, 29)),
        (5, "no"), (5, None),
    ],
)  # fmt: skip
def test_excel_refuses_what_the_contract_refuses(path: Path, column: int, value: Any) -> None:
    _, sheet = opened(path, product())
    rule = rules(sheet).get(f"{'ABCDEF'[column]}2")
    row = [*GOOD[:column], value, *GOOD[column + 1 :]]
    found = broken(contract(*COLUMNS), [[as_text(cell) for cell in row]])
    assert excel_allows(rule, value) == (not found)


def test_a_key_that_comes_twice_is_refused_and_shown(path: Path) -> None:
    _, sheet = opened(path, product())
    rule = rules(sheet)["A2"]
    assert rule.formula1 == "AND(COUNTIFS($A$2:$A$5001,$A2)=1,LEN(A2)>=3,LEN(A2)<=3)"
    shown = [rule.formula[0] for group in sheet.conditional_formatting for rule in group.rules]
    assert "AND(NOT(ISBLANK($A2)),COUNTIFS($A$2:$A$5001,$A2)>1)" in shown


def test_a_row_that_is_begun_shows_what_must_be_filled_in(path: Path) -> None:
    _, sheet = opened(path, product())
    shown = [rule.formula[0] for group in sheet.conditional_formatting for rule in group.rules]
    assert "AND(COUNTA($A2:$F2)>0,ISBLANK($C2))" in shown


def test_every_rule_says_what_good_looks_like(path: Path) -> None:
    _, sheet = opened(path, product())
    said = rules(sheet)["C2"]
    assert (
        said.prompt
        == said.error
        == ("Must be a whole number. Must be filled in. In posts. 0 or more, 9000 or less.")
    )
    assert said.promptTitle == "Posts"


def test_values_with_commas_or_too_many_to_list_are_kept_in_a_sheet(path: Path) -> None:
    many = replace(GROUP, values=("Doctors, and dentists", *(f"Group {n:03}" for n in range(99))))
    book, sheet = opened(path, product(many))
    assert rules(sheet)["A2"].formula1 == "'Allowed values'!$A$2:$A$101"
    kept = [cell.value for cell in book["Allowed values"]["A"]]
    assert kept == ["Staff group", *many.values]


def test_the_sheet_can_be_read_aloud_and_only_its_cells_be_changed(path: Path) -> None:
    book, sheet = opened(path, product())
    assert not any(one.merged_cells.ranges for one in book.worksheets)
    assert list(sheet.tables) == ["Rows"]
    assert sheet.freeze_panes == "A2"
    assert all(one.protection.sheet for one in book.worksheets)
    assert sheet["A1"].protection.locked
    assert not sheet.column_dimensions["A"].protection.locked


def test_notes_explain_each_column_with_an_example(path: Path) -> None:
    book, _ = opened(path, product())
    lines = [[cell.value for cell in row if cell.value] for row in book["Notes"].rows]
    assert ["Visits: what to send"] in lines
    assert [
        "Posts", "Posts that are paid for, filled or not.", "a whole number", "yes", "posts",
        "0 or more, 9000 or less", "0",
    ] in lines  # fmt: skip


def test_words_of_a_contract_are_never_formulas(path: Path) -> None:
    trick = replace(
        GROUP, source_name="=1+1", description='=HYPERLINK("http://x")', values=("=2", "@3")
    )
    book, sheet = opened(path, product(trick, purpose="=cmd|' /C calc'!A0"))
    cells = [cell for one in book.worksheets for row in one.rows for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert sheet["A1"].value == "=1+1"
    assert not any(cell.hyperlink for cell in cells)


def test_the_heading_stands_where_the_file_is_read_from(path: Path) -> None:
    set_low = product(received=source(options={"sheet": "Return", "header_rows": "3-4"}))
    _, sheet = opened(path, set_low)
    assert (sheet.title, sheet["A4"].value, sheet["A1"].value) == (
        "Return",
        "Organisation code",
        None,
    )
    assert rules(sheet)["C5"].type == "whole"


def test_a_supplier_that_is_not_named_is_not_guessed(path: Path) -> None:
    with pytest.raises(ProjectError, match="did you mean 'Alder Vale'") as refused:
        request(of_suppliers(), "Alder Vael")
    assert refused.value.code == "P373"
    with pytest.raises(ProjectError, match="has no supplier"):
        request(product(), "Alder Vale")


def test_what_is_not_received_row_for_row_has_no_template() -> None:
    with pytest.raises(ProjectError) as refused:
        request(replace(product(), source=None), None)
    assert refused.value.code == "P374"


def test_every_form_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    written = write_schemas_for(
        request(product(), None), tmp_path / "a/b", formats=("xlsx", "json-schema", "csvw")
    )
    names = ["workforce.staff.xlsx", "workforce.staff.schema.json"]
    assert [p.name for p in written] == [*names, "workforce.staff.csv-metadata.json"]
    assert sorted((tmp_path / "a/b").iterdir()) == sorted(written)
    (tmp_path / "file").write_text("x")
    with pytest.raises(ProjectError) as refused:
        write_schemas_for(request(product(), None), tmp_path / "file", formats=("csvw",))
    assert refused.value.code == "P375"
