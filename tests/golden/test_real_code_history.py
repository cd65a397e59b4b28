"""What the districts of 2016 had become by 2024, in the table of the real reorganisations."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import Location
from hereabouts.geography.code_history import current_sql, ended_sql, retired_sql
from hereabouts.model.code_history import CodeYears

pytestmark = pytest.mark.real
HISTORY = CodeYears(
    product="geography.ltla",
    years={year: f"ltla{year % 100}_code" for year in range(2016, 2025)},
    at=Location("place.yml", 1),
)
NORTH_YORKSHIRE = {f"E07000{number}" for number in range(163, 170)}


@pytest.fixture
def history(shared_data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    path = shared_data / "geography" / "lookup_ltla_ltla.csv"
    with duckdb.connect() as made:
        made.execute("create schema geography")
        made.execute(
            "create table geography.ltla as from read_csv(?, all_varchar = true)", [str(path)]
        )
        yield made


def became(history: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for code, new in history.sql(retired_sql(HISTORY)).fetchall():
        found.setdefault(code, set()).add(new)
    return found


def test_47_of_393_rows_changed(history: duckdb.DuckDBPyConnection) -> None:
    row = history.sql(
        "select count(*), count(*) filter (ltla16_code <> ltla24_code) from geography.ltla"
    ).fetchone()
    assert row == (393, 47)


def test_the_districts_of_north_yorkshire_became_one(history: duckdb.DuckDBPyConnection) -> None:
    found = became(history)
    assert {code for code, new in found.items() if new == {"E06000065"}} == NORTH_YORKSHIRE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("E07000026", "E06000063"),  # Allerdale: Cumberland
        ("E07000027", "E06000064"),  # Barrow-in-Furness: Westmorland and Furness
        ("E07000187", "E06000066"),  # Mendip: Somerset
        ("E07000204", "E07000245"),  # St Edmundsbury: West Suffolk
    ],
)
def test_a_retired_district_is_said_to_be_its_successor(
    history: duckdb.DuckDBPyConnection, old: str, new: str
) -> None:
    assert became(history)[old] == {new}


def test_north_yorkshire_s_districts_were_current_until_2023(
    history: duckdb.DuckDBPyConnection,
) -> None:
    def current(year: int) -> set[str]:
        sql = current_sql(HISTORY, on=date(year, 6, 1))
        return {row[0] for row in history.sql(sql).fetchall()}

    assert current(2022) >= NORTH_YORKSHIRE
    assert not current(2024) & NORTH_YORKSHIRE
    assert (len(current(2022)), len(current(2024)), current(2015)) == (374, 361, set())


def test_no_retired_code_is_current(history: duckdb.DuckDBPyConnection) -> None:
    current = history.sql(current_sql(HISTORY, on=date(2024, 12, 31))).fetchall()
    assert not became(history).keys() & {row[0] for row in current}


def test_north_yorkshire_s_districts_were_out_of_use_by_2023(
    history: duckdb.DuckDBPyConnection,
) -> None:
    ended = dict(history.sql(ended_sql(HISTORY)).fetchall())
    assert {ended[code] for code in NORTH_YORKSHIRE} == {"2023"}
    assert ended.keys() == became(history).keys()
