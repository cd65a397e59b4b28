"""Where a row was: its own number for the only file, and more where there is more to say."""

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.model.place_in_file import (
    PlaceInFile,
    decode,
    decode_sql,
    file_sql,
    in_column,
    in_file,
)

FILES = st.integers(0, 2**15 - 1)
ROWS = st.integers(1, 2**32 - 1)
COLUMNS = st.integers(0, 2**16 - 1)
ONE_FOR_ALL = duckdb.connect()  # to open one takes longer than to ask it


def value(sql: str) -> object:
    row = ONE_FOR_ALL.sql(f"select {sql}").fetchone()
    assert row is not None
    return row[0]


def test_a_row_of_the_only_file_is_its_own_number() -> None:
    assert value(in_file("17::bigint", 0)) == 17
    assert decode(17) == PlaceInFile(file=0, row=17, column=0)


@given(FILES, ROWS, COLUMNS)
def test_a_place_is_read_back_by_python_and_by_sql(file: int, row: int, column: int) -> None:
    place = value(in_file(in_column(f"{row}::bigint", str(column)), file))
    assert isinstance(place, int)
    assert decode(place) == PlaceInFile(file=file, row=row, column=column)
    parts = decode_sql(f"{place}::bigint")
    assert [value(parts[name]) for name in ("file", "row", "column")] == [file, row, column]


def test_a_place_names_its_file() -> None:
    place = value(in_file("3::bigint", 1))
    assert value(file_sql(f"{place}::bigint", ["it's", "the second"])) == "the second"
    assert value(file_sql(f"{place}::bigint", [])) == ""
