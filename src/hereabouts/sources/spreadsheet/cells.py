"""Cells as text: what a person would have typed."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

MIDNIGHT = time(0)
EXACT = 1 << 53  # whole numbers up to here are exact as a double


def cell_text(value: object) -> str:
    """A cell as text.

    Returns:
        Whole numbers without a point, other numbers in the fewest digits that give the same
        double, dates as 2024-01-31, moments as 2024-01-31 09:30:00, durations as 30:00:00,
        true or false. Empty for a blank cell, and for an error such as #N/A.
    """
    return next((write(value) for kind, write in AS_TEXT if isinstance(value, kind)), "")


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) <= EXACT else repr(value)


def _moment(value: datetime) -> str:
    return value.date().isoformat() if value.time() == MIDNIGHT else value.isoformat(sep=" ")


def _duration(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{sign}{hour:02}:{minute:02}:{second:02}"


# A bool is an int and a datetime is a date: the narrower comes first.
AS_TEXT: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (str, str),
    (bool, lambda value: "true" if value else "false"),
    (int, str),
    (float, _number),
    (datetime, _moment),
    (date, date.isoformat),
    (time, time.isoformat),
    (timedelta, _duration),
)
