"""What any book promises: text that is text, numbers that are read back as they were."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.files.book import (
    Book,
    Cell,
    Column,
    Line,
    RowLimit,
    Sheet,
    letters,
    safe_text,
)
from hereabouts.doors.web.files.file_names import attachment
from hereabouts.doors.web.files.ods import write_ods
from hereabouts.doors.web.files.xlsx import write_xlsx
from tests.unit.doors.web.files.reading_books import sheets

WRITERS = {"xlsx": write_xlsx, "ods": write_ods}
CELLS = st.one_of(
    st.text(max_size=30), st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 10**9)
)


def written(rows: list[tuple[Cell, ...]], ending: str) -> bytes:
    sheet = Sheet(
        name="Table_1",
        title="A title",
        lines=(Line("Words"),),
        columns=(Column(title="First"), Column(title="Second", decimals=1)),
        rows=rows,
    )
    made = datetime(2026, 1, 2, tzinfo=UTC)
    file = io.BytesIO()
    WRITERS[ending](Book(title="T", creator="C", made=made, sheets=(sheet,)), file)
    return file.getvalue()


@pytest.mark.parametrize("ending", WRITERS)
@settings(max_examples=60)
@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_what_is_written_is_read_back(ending: str, rows: list[tuple[Cell, ...]]) -> None:
    read = sheets(written(rows, ending))["Table_1"][3:]
    for row, found in zip(rows, read, strict=True):
        for cell, seen in zip(row, found, strict=True):
            if isinstance(cell, str):
                # A reader may take a line's end or spaces at the ends for layout.
                assert str(seen).split() == safe_text(cell).split()
            else:
                assert float(seen) == float(cell)


@given(st.text())
def test_text_never_begins_with_what_a_spreadsheet_runs(text: str) -> None:
    said = safe_text(text)
    assert said
    assert not said.startswith(("=", "@"))
    said.encode()


def test_too_many_rows_are_refused_with_what_to_do() -> None:
    limit = RowLimit(most=2)
    limit.take()
    limit.take()
    with pytest.raises(AddressError) as refused:
        limit.take()
    assert refused.value.code == "W250"
    assert "CSV" in str(refused.value.do)


@pytest.mark.parametrize(("column", "said"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_letters(column: int, said: str) -> None:
    assert letters(column) == said


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_a_file_name_is_lower_case_words_and_dashes(said: list[str]) -> None:
    name = attachment(*said, number=7, ending="csv").split('"')[1]
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert name.endswith("-release-7.csv")
    assert len(name) < 150


def test_rows_of_words_say_how_high_they_are() -> None:
    """LibreOffice fits no row to its words when it opens an XLSX: they lay over each other."""
    lines = (Line("Heading", heading=True), Line("word " * 50))
    cover = Sheet(name="Cover", title="A title", lines=lines)
    made = datetime(2026, 1, 2, tzinfo=UTC)
    file = io.BytesIO()
    write_xlsx(Book(title="A book", creator="Somebody", made=made, sheets=(cover,)), file)
    opened = load_workbook(io.BytesIO(file.getvalue()))["Cover"]
    heights = [opened.row_dimensions[at].height for at in (1, 2, 3)]
    assert heights == [22.0, 19.0, 48.0]  # a title, a heading, and three lines
