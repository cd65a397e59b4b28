"""From the rows of a file to rows with the headings a contract knows."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.place_in_file import decode
from hereabouts.model.product import Source
from hereabouts.model.source import Reshape, Unpivot
from hereabouts.sources.reading import read
from hereabouts.sources.reshape import reshape
from hereabouts.sources.rows import Rows

FILE = """Region,Area code,2019,2020,All
North,,,,
,E1,1,*,1
,E2,3,,3
Total,,4,,4
South,E3,5,6,11
"""
YEARS = Unpivot(keep=("Region", "code"), into=("year",), value="persons", leave=("All",))


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def reshaped(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection, asked: Reshape, text: str = FILE
) -> Rows:
    path = tmp_path / "years.csv"
    path.write_text(text, encoding="utf-8")
    way = Source(
        kind="csv",
        location={"path": "years.csv"},
        options={"delimiter": ","},
        reshape=asked,
        at=Location("source.yml", 1),
    )
    rows = read(way, path, connection=connection, scratch=tmp_path / "scratch")
    return reshape(rows, way, connection=connection)


def test_headings_are_given_the_contracts_names(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    rows = reshaped(tmp_path, connection, Reshape(columns={"Area code": "code", "Other": "code"}))
    assert rows.headings == ("Region", "code", "2019", "2020", "All")


def test_titles_and_totals_are_no_data_and_groups_are_filled_down(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    asked = Reshape(columns={"Area code": "code"}, fill_down=("Region",), keep_rows_with=("code",))
    rows = reshaped(tmp_path, connection, asked)
    found = rows.relation.project('_row, "Region", code').fetchall()
    assert found == [(3, "North", "E1"), (4, "North", "E2"), (6, "South", "E3")]


def test_rows_whose_cell_is_listed_are_left_out_whatever_their_capitals(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    rows = reshaped(tmp_path, connection, Reshape(drop_rows={"Region": ("total", " NORTH ")}))
    assert [row[0] for row in rows.relation.project("_row").fetchall()] == [3, 4, 6]


def test_columns_become_rows_that_know_their_cell(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    asked = Reshape(
        columns={"Area code": "code"},
        keep_rows_with=("code",),
        unpivot=YEARS,
        constants={"sex": "persons"},
    )
    rows = reshaped(tmp_path, connection, asked)
    assert rows.headings == ("Region", "code", "year", "persons", "sex")
    found = rows.relation.order("_row").fetchall()
    assert [row[2:] for row in found] == [
        ("E1", "2019", "1", "persons"),
        ("E2", "2019", "3", "persons"),
        ("E3", "2019", "5", "persons"),
        ("E1", "2020", "*", "persons"),
        ("E2", "2020", None, "persons"),  # an empty cell is not dropped
        ("E3", "2020", "6", "persons"),
    ]
    place = decode(found[3][0])
    assert (place.file, place.row, place.column) == (0, 3, 4)


def test_a_heading_of_two_things_becomes_two_columns(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    text = "code,M 2019,F 2019\nE1,1,2\n"
    asked = Reshape(unpivot=Unpivot(keep=("code",), into=("sex", "year"), value="n"))
    rows = reshaped(tmp_path, connection, asked, text)
    found = rows.relation.project("sex, year, n").order("n").fetchall()
    assert found == [("M", "2019", "1"), ("F", "2019", "2")]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Reshape(keep_rows_with=("Code",)), "S221"),
        (Reshape(fill_down=("Code",)), "S221"),
        (Reshape(unpivot=Unpivot(keep=("Nothing",), into=("y",), value="n")), "S221"),
        (
            Reshape(
                unpivot=Unpivot(keep=("Area code",), into=("y",), value="n", match="[0-9]{4}|All")
            ),
            "S222",
        ),
    ],
)
def test_a_layout_that_does_not_fit_is_refused(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection, asked: Reshape, code: str
) -> None:
    with pytest.raises(SourceError) as refused:
        reshaped(tmp_path, connection, asked)
    assert refused.value.code == code
