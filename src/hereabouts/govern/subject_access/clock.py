"""By when a request must be answered.

Source:
    UK GDPR Article 12(3) (one month, two more for complex requests) and 12A (inserted by the Data
    (Use and Access) Act 2025: the time stops while the controller waits for what it
    reasonably needs to find the person or their data); Information Commissioner's Office, Right
    of access: the time ends on the corresponding day of the month, or on the last day of a month
    that has none, and on the next working day where that is a weekend or a public holiday.
"""

import calendar
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS, MORE_MONTHS = 1, 2
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Pause:
    """From the day on which something was asked for, to the day on which it came."""

    asked_on: date
    came_on: date | None  # None while it is waited for


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day; None while the clock stands still."""

    last_day: date | None
    days_paused: int

    def is_late(self, day: date) -> bool:
        """Whether the time is over on `day`."""
        return self.last_day is not None and day > self.last_day


def deadline(
    received_on: date,
    *,
    complex_request: bool = False,
    pauses: Sequence[Pause] = (),
    holidays: Collection[date] = (),
) -> Deadline:
    """The last day on which an answer is in time.

    Args:
        received_on: the day of receipt, working day or not.
        complex_request: whether two months more were claimed, and the person was told in time.
        pauses: while something was waited for; days that several have in common count once.
        holidays: bank holidays, beside weekends.

    Raises:
        ValueError: a pause ends before it begins.
    """
    stopped: set[int] = set()
    for pause in pauses:
        if pause.came_on is None:
            return Deadline(None, len(stopped))
        if pause.came_on < pause.asked_on:
            raise ValueError("a pause ends before it begins")
        first = max(pause.asked_on, received_on)
        stopped |= set(range(first.toordinal(), pause.came_on.toordinal()))
    months = MONTHS + (MORE_MONTHS if complex_request else 0)
    last = months_after(received_on, months) + timedelta(days=len(stopped))
    return Deadline(_working_day(last, holidays), len(stopped))


def months_after(day: date, months: int) -> date:
    """The corresponding day so many months later, or the last day of a month that has none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _working_day(day: date, holidays: Collection[date]) -> date:
    while day.weekday() >= _SATURDAY or day in holidays:
        day += timedelta(days=1)
    return day
