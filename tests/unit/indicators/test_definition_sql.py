"""Whom a definition finds, and when: boundaries, ties, episodes, ages and what is kept."""

from dataclasses import replace
from typing import Any

import duckdb
import pytest

from hereabouts.errors import Location
from hereabouts.indicators.definition_sql import fared_sql, spells_sql
from hereabouts.model.definition import (
    AgeLimit,
    Clause,
    Definition,
    Entity,
    EntityKind,
    Events,
    Unit,
    Window,
)

AT = Location("definitions/often.yml")
Found = list[tuple[Any, ...]]
Call = tuple[Any, ...]  # who, when, age, area


def clause(count: int, number: int, unit: Unit, *, calendar: bool = False) -> Clause:
    within = Window(number=number, unit=unit, calendar=calendar)
    return Clause(count=count, within=within, at=AT)


TWO_IN_30_DAYS = clause(2, 30, Unit.DAY)
RULE = Definition(
    name="often",
    title="Often",
    agency="A",
    agreed=True,
    term="often",
    why="W",
    source="S",
    events=Events(product="calls", time="called_at"),
    entity=Entity(kind=EntityKind.PERSON, column="who"),
    any_of=(TWO_IN_30_DAYS,),
    at=AT,
)


def run(sql: str, calls: list[Call]) -> Found:
    with duckdb.connect() as connection:
        connection.execute(
            "create table calls (who varchar, called_at timestamp, age double, area varchar)"
        )
        for call in calls:
            filled = [*call, *(40, "A01")[len(call) - 2 :]]
            connection.execute("insert into calls values (?, ?, ?, ?)", filled)
        return connection.execute(f"from ({sql}) order by all").fetchall()


def spells(calls: list[Call], *clauses: Clause, **changes: Any) -> Found:
    """first_met_at, met_until, events, episodes; the days and hours that matter."""
    rule = replace(RULE, any_of=clauses or RULE.any_of, **changes)
    rows = run(spells_sql(rule), calls)
    return [(f"{row[2]:%d %b %H:%M}", f"{row[3]:%d %b %H:%M}", *row[4:]) for row in rows]


def test_events_exactly_as_far_apart_as_the_window_are_not_within_it() -> None:
    first = ("ann", "2025-01-01 09:00:00")
    assert spells([first, ("ann", "2025-01-31 09:00:00")]) == []
    assert spells([first, ("ann", "2025-01-31 08:59:59")]) == [
        ("31 Jan 08:59", "31 Jan 09:00", 2, 2)
    ]


def test_the_definition_is_met_until_the_first_event_leaves_the_window() -> None:
    calls = [("ann", "2025-01-01"), ("ann", "2025-01-20"), ("ann", "2025-02-10")]
    assert spells(calls) == [
        ("20 Jan 00:00", "31 Jan 00:00", 2, 2),
        ("10 Feb 00:00", "19 Feb 00:00", 2, 2),
    ]


def test_spells_that_meet_are_one() -> None:
    calls = [("ann", "2025-01-01"), ("ann", "2025-01-20"), ("ann", "2025-01-31")]
    assert spells(calls) == [("20 Jan 00:00", "19 Feb 00:00", 3, 3)]


def test_events_at_one_moment_all_count() -> None:
    tied = [("ann", "2025-01-05 10:00:00")] * 3
    assert spells(tied, clause(3, 1, Unit.DAY)) == [("05 Jan 10:00", "06 Jan 10:00", 3, 3)]
    assert spells(tied, clause(4, 1, Unit.DAY)) == []


def test_a_rolling_month_ends_on_the_same_day_of_the_next() -> None:
    month = clause(2, 1, Unit.MONTH)
    assert spells([("ann", "2025-01-31"), ("ann", "2025-02-28")], month) == []
    assert spells([("ann", "2025-01-31"), ("ann", "2025-02-27")], month) == [
        ("27 Feb 00:00", "28 Feb 00:00", 2, 2)
    ]


def test_a_calendar_month_misses_what_lies_across_its_end() -> None:
    month = clause(2, 1, Unit.MONTH, calendar=True)
    assert spells([("ann", "2025-01-31"), ("ann", "2025-02-01")], month) == []
    assert spells([("ann", "2025-01-01"), ("ann", "2025-01-31")], month) == [
        ("31 Jan 00:00", "01 Feb 00:00", 2, 2)
    ]


@pytest.mark.parametrize(
    ("unit", "last_in", "first_out"),
    [
        (Unit.QUARTER, "2025-03-31 23:59:59", "2025-04-01"),
        (Unit.YEAR, "2025-12-31 23:59:59", "2026-01-01"),
    ],
)
def test_a_calendar_quarter_or_year_is_a_whole_one(
    unit: Unit, last_in: str, first_out: str
) -> None:
    whole = clause(2, 1, unit, calendar=True)
    assert len(spells([("ann", "2025-01-01"), ("ann", last_in)], whole)) == 1
    assert spells([("ann", "2025-01-01"), ("ann", first_out)], whole) == []


def test_three_calendar_months_are_any_three_in_a_row() -> None:
    three = clause(2, 3, Unit.MONTH, calendar=True)
    assert spells([("ann", "2025-02-01"), ("ann", "2025-04-30")], three) == [
        ("30 Apr 00:00", "01 May 00:00", 2, 2)
    ]
    assert spells([("ann", "2025-02-28"), ("ann", "2025-05-01")], three) == []


def test_any_clause_will_do_and_longer_ones_reach_further_back() -> None:
    calls = [("ann", f"2025-01-{day:02}") for day in (1, 8, 15, 16)]
    both = (clause(2, 2, Unit.DAY), clause(4, 20, Unit.DAY))
    assert spells(calls, both[0]) == [("16 Jan 00:00", "17 Jan 00:00", 2, 2)]
    assert spells(calls, *both) == [("16 Jan 00:00", "21 Jan 00:00", 4, 4)]


def test_events_of_one_episode_count_once() -> None:
    """A chain: each is less than the gap after the one before, and the first says when."""
    gap = Window(number=60, unit=Unit.MINUTE)
    chain = [("ann", f"2025-01-01 {time}") for time in ("09:00", "09:40", "10:39:59")]
    assert spells(chain, same_episode_within=gap) == []
    apart = ("ann", "2025-01-01 11:39:59")  # exactly the gap after the last
    assert spells([*chain, apart], same_episode_within=gap) == [
        ("01 Jan 11:39", "31 Jan 09:00", 4, 2)
    ]


def test_ages_are_those_at_the_event_in_completed_years() -> None:
    calls = [("ann", "2025-01-01", 17.9), ("ann", "2025-01-02", 18), ("ann", "2025-01-03", 18.5)]
    adults, children = AgeLimit(column="age", years=18), AgeLimit(column="age", years=17)
    assert spells(calls, minimum_age=adults) == [("03 Jan 00:00", "01 Feb 00:00", 2, 2)]
    assert spells(calls, maximum_age=children) == []
    assert spells(calls, minimum_age=children, maximum_age=adults) == [
        ("02 Jan 00:00", "01 Feb 00:00", 3, 3)
    ]


def test_the_nameless_are_nobody_and_are_counted() -> None:
    calls: list[Call] = [(who, f"2025-01-0{day}", 40) for day in (1, 2) for who in (None, "", " ")]
    calls += [("ann", None, 40), ("ann", "2025-01-01", None), ("ann", "2025-01-02", 9)]
    adults = replace(RULE, minimum_age=AgeLimit(column="age", years=18))
    assert run(spells_sql(adults), calls) == []
    assert run(fared_sql(adults), calls) == [(9, 6, 1, 1, 1)]


def test_a_condition_that_cannot_be_told_does_not_choose() -> None:
    events = Events(product="calls", time="called_at", where="area = 'A01' or age > 50")
    rule = replace(RULE, events=events)
    calls = [("ann", "2025-01-01", None, None), ("ann", "2025-01-02", 51, None)]
    assert run(fared_sql(rule), calls) == [(1, 0, 0, 0, 0)]


def test_what_is_kept_is_of_the_event_at_which_the_rule_is_first_met() -> None:
    calls = [
        ("ann", "2025-01-01", 40, "A01"),
        ("ann", "2025-01-02", 41, "A02"),
        ("ann", "2025-01-03", 42, "A03"),
    ]
    rows = run(spells_sql(RULE, keep=("area", "age")), calls)
    assert [row[6:] for row in rows] == [("A02", 41)]


def test_of_several_events_at_that_moment_all_is_kept_of_one() -> None:
    calls = [("ann", "2025-01-01", 40, "B"), ("ann", "2025-01-01", 20, "A")]
    rows = run(spells_sql(RULE, keep=("age", "area")), calls)
    assert [row[6:] for row in rows] == [(20, "A")]


def test_dates_are_their_first_moment() -> None:
    """Two on one day are both counted; on days 30 apart they are not within 30 days."""
    sql = spells_sql(RULE).replace('"calls"', "dated")
    dated = "(select who, cast(called_at as date) as called_at from calls)"
    calls = [("ann", "2025-01-01 09:00"), ("ann", "2025-01-31 08:00"), ("bob", "2025-01-01 01:00")]
    assert run(sql.replace("dated", dated), [*calls, ("bob", "2025-01-01 23:00")])[0][1] == "bob"
