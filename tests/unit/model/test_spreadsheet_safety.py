import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.model.spreadsheet_safety import safe_cell, safe_line, safe_sql

DANGEROUS = ["=1+1", "+cmd|' /c calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1"]
HARMLESS = ["York", "a=b", "12", "-4.5", "+3", "-.5", "-1e5", "-", "", "0-14", "St Mary's"]


@pytest.mark.parametrize("cell", DANGEROUS)
def test_text_that_a_spreadsheet_would_run_is_held_as_text(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", [*HARMLESS, -1, -1.5, None, True])
def test_numbers_and_other_text_stay_as_they_are(cell: object) -> None:
    assert safe_cell(cell) == cell


@given(st.text(st.sampled_from("=+-@\t\r\n ＝0123.eE'ab"), max_size=8))
def test_sql_says_the_same_as_python(text: str) -> None:
    with duckdb.connect() as connection:
        made = connection.execute(
            f"select {safe_sql('t')} from (select cast(? as varchar) as t)", [text]
        ).fetchone()
    assert made == (safe_cell(text),)


def test_a_line_of_words_has_no_part_that_would_be_run() -> None:
    assert safe_line('note: x, =1+1; "@a"') == "note: x, '=1+1; \"'@a\""
    assert safe_line("two\nlines") == "two lines"
