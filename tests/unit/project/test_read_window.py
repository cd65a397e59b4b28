"""A window of time as a rule says it."""

import pytest

from hereabouts.errors import Location, ProjectError
from hereabouts.model.definition import Unit, Window
from hereabouts.project.read_window import read_window

AT = Location("definitions/often.yml", 9)


def read(said: str) -> tuple[Window | None, list[str]]:
    problems: list[ProjectError] = []
    window = read_window(said, at=AT, problems=problems)
    return window, [f"{problem.at} {problem.code} {problem.problem}" for problem in problems]


@pytest.mark.parametrize(
    ("said", "number", "unit"),
    [
        ("30 days", 30, Unit.DAY),
        ("1 day", 1, Unit.DAY),
        ("60  Minutes", 60, Unit.MINUTE),
        ("3 months", 3, Unit.MONTH),
        ("3 months rolling", 3, Unit.MONTH),
        ("12 rolling months", 12, Unit.MONTH),
        ("1 year", 1, Unit.YEAR),
    ],
)
def test_a_length_rolls(said: str, number: int, unit: Unit) -> None:
    assert read(said) == (Window(number=number, unit=unit), [])


@pytest.mark.parametrize(
    ("said", "number", "unit"),
    [
        ("calendar month", 1, Unit.MONTH),
        ("1 calendar month", 1, Unit.MONTH),
        ("3 calendar months", 3, Unit.MONTH),
        ("calendar quarter", 1, Unit.QUARTER),
        ("calendar year", 1, Unit.YEAR),
    ],
)
def test_whole_ones_of_the_calendar_say_so(said: str, number: int, unit: Unit) -> None:
    assert read(said) == (Window(number=number, unit=unit, calendar=True), [])


@pytest.mark.parametrize(
    "said",
    [
        "month",
        "5 fortnights",
        "0 days",
        "-3 days",
        "thirty days",
        "30",
        "days 30",
        "3 days 2 hours",
    ],
)
def test_what_is_no_length_of_time_is_refused(said: str) -> None:
    assert read(said) == (None, [f"{AT} P411 {said!r} is not a window of time"])


@pytest.mark.parametrize(
    "said", ["30 calendar days", "3 rolling calendar months", "3 calendar months rolling"]
)
def test_nothing_rolls_and_is_of_the_calendar(said: str) -> None:
    assert read(said) == (None, [f"{AT} P412 {said!r} rolls and is of the calendar at once"])
