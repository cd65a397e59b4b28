"""When the next of a product is due, by the calendar."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.model.time_span import Span, read_span
from hereabouts.quality.freshness import due


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("frequency", "received", "expected"),
    [
        ("1 m", "2026-01-31", "2026-02-28"),
        ("1 month", "2024-01-31", "2024-02-29"),
        ("1 m", "2026-12-05", "2027-01-05"),
        ("1 q", "2025-11-30", "2026-02-28"),
        ("quarterly", "2026-01-15", "2026-04-15"),
        ("1 y", "2024-02-29", "2025-02-28"),
        ("5 yrs", "2021-03-21", "2026-03-21"),
        ("2 weeks", "2026-02-20", "2026-03-06"),
        ("daily", "2026-02-28", "2026-03-01"),
        ("P1M", "2026-03-31", "2026-04-30"),
        ("P10D", "2026-03-31", "2026-04-10"),
        ("PT12H", "2026-03-31", "2026-03-31T12:00"),
        ("6 hours", "2026-03-31", "2026-03-31T06:00"),
    ],
)
def test_the_next_is_expected_by_the_calendar(frequency: str, received: str, expected: str) -> None:
    found = due(frequency, "", at(received), at(received))
    assert found
    assert found.expected == found.next_due == at(expected)
    assert not found.is_overdue


def test_latency_is_time_that_is_allowed_beyond_the_frequency() -> None:
    just_in_time = due("1 m", "10 d", at("2026-01-05"), at("2026-02-15"))
    late = due("1 m", "10 d", at("2026-01-05"), at("2026-02-18T06:00"))
    assert just_in_time
    assert late
    assert (just_in_time.next_due, just_in_time.is_overdue) == (at("2026-02-15"), False)
    assert late.overdue_by == timedelta(days=3, hours=6)


def test_times_in_another_zone_are_compared_in_ours() -> None:
    summer = timezone(timedelta(hours=1))
    found = due("1 d", "", datetime(2026, 6, 1, 0, 30, tzinfo=summer), at("2026-06-01T23:45"))
    assert found
    assert found.next_due == at("2026-06-01T23:30")
    assert found.overdue_by == timedelta(minutes=15)


@pytest.mark.parametrize("said", ["", "now and then", "0 d", "1.5 y", "99999 y", "-1 m", "1 1 m"])
def test_what_promises_nothing_that_can_be_read_is_never_overdue(said: str) -> None:
    assert due(said, "", at("2001-01-01"), at("2026-01-01")) is None


def test_a_latency_that_cannot_be_read_allows_no_time() -> None:
    found = due("1 d", "soon", at("2026-01-01"), at("2026-01-01"))
    assert found
    assert found.next_due == at("2026-01-02")


def test_a_minute_is_not_a_month() -> None:
    assert read_span("15 min") == Span(time=timedelta(minutes=15))
    assert read_span("15 m") == Span(months=15)


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.integers(1, 24),
)
def test_months_after_a_day_are_never_in_a_month_further_on(day: date, months: int) -> None:
    start = at(day.isoformat())
    end = Span(months=months).after(start)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day
