"""The time for an answer: examples of the Information Commissioner's kind, and promises."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.govern.subject_access.clock import Pause, deadline, months_after

DAYS = st.dates(date(2025, 1, 1), date(2040, 12, 31))
EXAMPLES = {
    # received -> the last day
    "an ordinary day": (date(2026, 9, 3), date(2026, 10, 5)),  # the 3rd is a Saturday
    "a Monday to a Tuesday": (date(2026, 11, 23), date(2026, 12, 23)),
    "the last day of a long month": (date(2026, 3, 31), date(2026, 4, 30)),
    "the last of January": (date(2027, 1, 31), date(2027, 3, 1)),  # 28 February is a Sunday
    "the last of January in a leap year": (date(2028, 1, 31), date(2028, 2, 29)),
    "over the end of a year": (date(2026, 12, 31), date(2027, 2, 1)),  # 31 January is a Sunday
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_answer_is_due_in_a_month(example: str) -> None:
    received, last = EXAMPLES[example]
    assert deadline(received).last_day == last


def test_a_bank_holiday_is_no_day_to_answer_on() -> None:
    christmas, boxing_day = date(2026, 12, 25), date(2026, 12, 28)  # observed on the Monday
    assert deadline(date(2026, 11, 25)).last_day == christmas
    holidays = [christmas, boxing_day]
    assert deadline(date(2026, 11, 25), holidays=holidays).last_day == date(2026, 12, 29)


def test_a_complex_request_has_three_months() -> None:
    assert deadline(date(2026, 11, 30), complex_request=True).last_day == date(2027, 3, 1)


def test_the_clock_stands_while_something_is_waited_for() -> None:
    received = date(2026, 9, 1)
    waiting = deadline(received, pauses=[Pause(date(2026, 9, 3), None)])
    assert waiting.last_day is None
    assert not waiting.is_late(date(2027, 9, 1))
    went_on = deadline(received, pauses=[Pause(date(2026, 9, 3), date(2026, 9, 10))])
    assert (went_on.days_paused, went_on.last_day) == (7, date(2026, 10, 8))
    assert went_on.is_late(date(2026, 10, 9))
    assert not went_on.is_late(date(2026, 10, 8))


def test_days_of_two_pauses_count_once() -> None:
    pauses = [
        Pause(date(2026, 9, 3), date(2026, 9, 10)),
        Pause(date(2026, 9, 8), date(2026, 9, 12)),
    ]
    assert deadline(date(2026, 9, 1), pauses=pauses).days_paused == 9


def test_a_pause_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        deadline(date(2026, 9, 1), pauses=[Pause(date(2026, 9, 3), date(2026, 9, 2))])


@given(DAYS, st.integers(0, 60), st.booleans())
def test_a_pause_never_shortens_the_time_and_the_last_day_is_a_working_day(
    received: date, waited: int, complex_request: bool
) -> None:
    pause = Pause(received, received + timedelta(days=waited))
    with_pause = deadline(received, complex_request=complex_request, pauses=[pause]).last_day
    without = deadline(received, complex_request=complex_request).last_day
    assert with_pause is not None
    assert without is not None
    assert with_pause >= without >= received + timedelta(days=28)
    assert with_pause.weekday() < 5


@given(DAYS, st.integers(1, 3))
def test_a_month_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert (later.year - day.year) * 12 + later.month - day.month == months
