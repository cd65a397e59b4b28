"""Codes with days: a county is cut in two, and one half is then joined with another."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from hereabouts.errors import Location
from hereabouts.geography.code_history import current_sql, ended_sql, pairs_sql, retired_sql
from hereabouts.model.code_history import CodeDates

HISTORY = CodeDates(
    product="a.history",
    code="code",
    valid_from="since",
    valid_to="until",
    supersedes="was",
    at=Location("place.yml", 1),
)
ROWS = [
    ("county", "1974-04-01", "2010-01-01", None),
    ("west", "2010-01-01", "2020-01-01", "county"),
    ("east", "2010-01-01", None, "county"),
    ("other", "1974-04-01", "2020-01-01", None),
    ("joined", "2020-01-01", None, "west"),
    ("joined", "2020-01-01", None, "other"),
    ("drowned", "1974-04-01", "2015-01-01", None),
]


@pytest.fixture
def history() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute("create schema a")
        made.execute("create table a.history (code varchar, since date, until date, was varchar)")
        made.executemany("insert into a.history values (?, ?, ?, ?)", ROWS)
        yield made


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        (date(2009, 12, 31), ["county", "drowned", "other"]),
        (date(2010, 1, 1), ["drowned", "east", "other", "west"]),
        (date(2020, 1, 1), ["east", "joined"]),
        (date(1970, 1, 1), []),
    ],
)
def test_a_code_is_current_from_its_first_day_until_its_last(
    history: duckdb.DuckDBPyConnection, on: date, codes: list[str]
) -> None:
    assert [row[0] for row in history.sql(current_sql(HISTORY, on=on)).fetchall()] == codes


def test_a_retired_code_became_all_that_is_current_of_it(
    history: duckdb.DuckDBPyConnection,
) -> None:
    """The county's west was joined with another, so two reorganisations are followed."""
    assert history.sql(retired_sql(HISTORY)).fetchall() == [
        ("county", "east"),
        ("county", "joined"),
        ("drowned", None),
        ("other", "joined"),
        ("west", "joined"),
    ]


def test_pairs_of_two_days_are_a_lookup(history: duckdb.DuckDBPyConnection) -> None:
    sql = pairs_sql(HISTORY, since=date(2012, 1, 1), until=date(2021, 1, 1))
    assert history.sql(sql).fetchall() == [
        ("drowned", None),
        ("east", "east"),
        ("other", "joined"),
        ("west", "joined"),
    ]


def test_pairs_stop_at_the_later_day(history: duckdb.DuckDBPyConnection) -> None:
    sql = pairs_sql(HISTORY, since=date(2000, 1, 1), until=date(2016, 1, 1))
    assert history.sql(sql).fetchall() == [
        ("county", "east"),
        ("county", "west"),
        ("drowned", None),
        ("other", "other"),
    ]


def test_codes_that_supersede_each_other_do_not_go_round_for_ever(
    history: duckdb.DuckDBPyConnection,
) -> None:
    history.execute("insert into a.history values ('county', '1974-04-01', '2010-01-01', 'joined')")
    assert ("county", "joined") in history.sql(retired_sql(HISTORY)).fetchall()


def test_a_code_ended_on_the_day_after_its_last(history: duckdb.DuckDBPyConnection) -> None:
    assert history.sql(ended_sql(HISTORY)).fetchall() == [
        ("county", "2010-01-01"),
        ("drowned", "2015-01-01"),
        ("other", "2020-01-01"),
        ("west", "2020-01-01"),
    ]
