"""Base areas that nobody is told of one by one count as one, where they lie in the same areas."""

from datetime import date

import duckdb
import pytest

from hereabouts.indicators.area_sql import Areas
from hereabouts.release.gate.worked_with import work_with
from hereabouts.release.said_before import read_said
from tests.unit.indicators.made_up import SETTING, indicator, place

COUNTS = {"E1": 3, "E2": 20, "E3": 7, "W4": 4, "B1": 23, "B2": 11, "E92": 30}
LEVELS = {"E9": "england", "B": "icb"}


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    """One count for each area, England and board."""
    found = place()
    found.execute(
        "create table observations (indicator varchar, area_type varchar, area_code varchar,"
        " period_start date, period_end date, category varchar, numerator double,"
        " denominator double, marker varchar);"
        " create table belonging as from place.members"
    )
    year = (date(2024, 1, 1), date(2025, 1, 1))
    for code, count in COUNTS.items():
        level = next((LEVELS[start] for start in LEVELS if code.startswith(start)), "lsoa")
        row = ["health.events", level, code, *year, "all", count, None, None]
        found.execute("insert into observations values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    read_said(found, [], [], members="belonging")
    return found


def worked_with(connection: duckdb.DuckDBPyConnection, *published: str) -> dict[str, float]:
    """The counts of what a gate works with, by the base area that stands for others."""
    areas = Areas(connection, SETTING)
    work_with(connection, (indicator(),), frozenset(published), areas)
    rows = connection.sql(
        "select area_code, numerator from worked_with where area_type = 'lsoa' order by all"
    ).fetchall()
    return dict(rows)


def test_areas_of_one_board_count_as_one(connection: duckdb.DuckDBPyConnection) -> None:
    assert worked_with(connection, "icb") == {"E1": 23, "E3": 11}


def test_what_cuts_a_board_parts_its_areas(connection: duckdb.DuckDBPyConnection) -> None:
    """E3 is in England, W4 is not."""
    assert worked_with(connection, "icb", "england") == {"E1": 23, "E3": 7, "W4": 4}


def test_areas_that_are_published_are_as_they_are(connection: duckdb.DuckDBPyConnection) -> None:
    assert worked_with(connection, "icb", "lsoa") == {"E1": 3, "E2": 20, "E3": 7, "W4": 4}


@pytest.mark.parametrize("about", ["health.events", "health.others"])
def test_what_was_told_before_parts_areas_of_the_same_indicator(
    connection: duckdb.DuckDBPyConnection, about: str
) -> None:
    connection.execute("insert into said_members values ('x', 'E2')")
    connection.execute(
        "insert into said values (?, 'x', null, null, 'all', 'numerator', 20, 20, 0)", [about]
    )
    apart = about == "health.events"
    assert worked_with(connection, "icb") == (
        {"E1": 3, "E2": 20, "E3": 11} if apart else {"E1": 23, "E3": 11}
    )


def test_rows_of_larger_areas_are_as_they_are(connection: duckdb.DuckDBPyConnection) -> None:
    worked_with(connection, "icb", "england")
    rows = connection.sql(
        "select area_code, numerator from worked_with where area_type <> 'lsoa' order by all"
    ).fetchall()
    assert dict(rows) == {"B1": 23, "B2": 11, "E92": 30}
