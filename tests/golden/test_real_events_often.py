"""Rules applied to real events find whom counting by hand finds, from month counts alone.

The events are dated by the month. So a place meets "n within m months" in the months in which it
had n or more in that month and those before it, which is counted here without any window.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import Location
from hereabouts.indicators.definition_sql import fared_sql, spells_sql
from hereabouts.model.definition import (
    Clause,
    Definition,
    Entity,
    EntityKind,
    Events,
    Unit,
    Window,
)

AT = Location("definitions/often.yml")
Months = dict[str, Counter[int]]  # place -> month, counted from year 0 -> events
Row = tuple[str, int, int, int, int]  # place, first month, month of the end, events, episodes


def rule(count: int, months: int, *, calendar: bool) -> Definition:
    window = Window(number=months, unit=Unit.MONTH, calendar=calendar)
    return Definition(
        name="often",
        title="Often",
        agency="Council",
        agreed=True,
        term="often",
        why="To be checked.",
        source="Made up for this test",
        events=Events(product="events", time="month"),
        entity=Entity(kind=EntityKind.ADDRESS, column="place"),
        any_of=(Clause(count=count, within=window, at=AT),),
        at=AT,
    )


def number(month: date) -> int:
    return 12 * month.year + month.month


def by_hand(events: Months, count: int, months: int) -> list[Row]:
    rows = []
    for place, counted in events.items():
        run: list[int] = []
        for month in range(min(counted), max(counted) + months + 1):
            window = [counted[m] for m in range(month - months + 1, month + 1)]
            if sum(window) >= count:
                run.append(month)
            elif run:
                since = [m for m in range(run[0] - months + 1, run[-1] + 1) if counted[m]]
                total = sum(counted[m] for m in since)
                rows.append((place, run[0], month, total, total))
                run = []
    return sorted(rows)


def found(connection: duckdb.DuckDBPyConnection, definition: Definition) -> list[Row]:
    rows = connection.execute(spells_sql(definition)).fetchall()
    return sorted(
        (place, number(start), number(end), events, episodes)
        for _, place, start, end, events, episodes in rows
    )


def months_of(connection: duckdb.DuckDBPyConnection) -> Months:
    events: Months = {}
    for place, month in connection.execute("select place, month from events").fetchall():
        events.setdefault(place, Counter())[number(month)] += 1
    return events


@pytest.fixture(scope="module")
def disorder(shared_data: Path) -> duckdb.DuckDBPyConnection:
    """Antisocial behaviour in Lancashire in 2022, at points of the map (police.uk)."""
    return loaded(
        shared_data / "demand/police_lancashire_asb.parquet",
        "select longitude || ',' || latitude as place, month from given",
    )


@pytest.fixture(scope="module")
def reports(shared_data: Path) -> duckdb.DuckDBPyConnection:
    """Reports to FixMyStreet, 2018 to 2020, one row each, in LSOAs E01008881 to E01009520."""
    return loaded(
        shared_data / "demand/fixmystreet/fms_lsoa_shef_a_monthly.parquet",
        """select lsoa as place, cast(month || '-01' as date) as month
           from (select lsoa, month, unnest(range(reports)) from given
                 where lsoa between 'E01008881' and 'E01009520' and month >= '2018')""",
    )


def loaded(path: Path, sql: str) -> duckdb.DuckDBPyConnection:
    if not path.is_file():
        pytest.skip(f"{path.name} is not among the real open data")
    connection = duckdb.connect()
    given = connection.read_parquet(str(path))
    given.create_view("given")
    connection.execute(f"create table events as {sql}")
    return connection


@pytest.mark.parametrize("calendar", [False, True], ids=["rolling", "calendar"])
@pytest.mark.parametrize(("count", "months"), [(5, 1), (12, 3), (30, 12)])
@pytest.mark.parametrize("events", ["disorder", "reports"])
def test_rules_find_whom_counting_by_hand_finds(
    request: pytest.FixtureRequest, events: str, count: int, months: int, *, calendar: bool
) -> None:
    connection: duckdb.DuckDBPyConnection = request.getfixturevalue(events)
    expected = by_hand(months_of(connection), count, months)
    assert len(expected) > 20  # the rule finds enough to be a test
    assert found(connection, rule(count, months, calendar=calendar)) == expected


@pytest.mark.parametrize("events", ["disorder", "reports"])
def test_every_real_event_is_accounted_for(request: pytest.FixtureRequest, events: str) -> None:
    connection: duckdb.DuckDBPyConnection = request.getfixturevalue(events)
    row = connection.execute(fared_sql(rule(5, 1, calendar=True))).fetchone()
    total = connection.execute("select count(*) from events").fetchone()
    assert row is not None
    assert total is not None
    assert row == (*total, 0, 0, 0, 0)
