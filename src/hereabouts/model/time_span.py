"""Lengths of time as people promise them: `1 m`, `quarterly`, `2 weeks`."""

import calendar
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

#: Longest promise that is believed: ten years. Longer is a slip of the pen.
_MOST_MONTHS = 120
_SAID = re.compile(r"(?:(\d{1,5}) ?)?([a-z]+)")
_ISO = re.compile(r"p(?:(\d{1,5})([ymwd])|t(\d{1,5})([hm]))")
_ISO_UNITS = {"y": "year", "m": "month", "w": "week", "d": "day"}
_ISO_TIME_UNITS = {"h": "hour", "m": "minute"}
#: Every way a unit is written -> months, or a length of time.
_UNITS: dict[str, int | timedelta] = {
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "yearly", "annual", "annually"), 12),
    **dict.fromkeys(("q", "quarter", "quarters", "quarterly"), 3),
    **dict.fromkeys(("m", "mo", "mth", "month", "months", "monthly"), 1),
    **dict.fromkeys(("w", "wk", "week", "weeks", "weekly"), timedelta(weeks=1)),
    **dict.fromkeys(("d", "day", "days", "daily"), timedelta(days=1)),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hourly"), timedelta(hours=1)),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), timedelta(minutes=1)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time as people promise it: months differ in length, days do not."""

    months: int = 0
    time: timedelta = timedelta()

    def after(self, moment: datetime) -> datetime:
        """`moment` and this long: a month after 31 January is the last day of February."""
        years, month = divmod(moment.month - 1 + self.months, 12)
        year, month = moment.year + years, month + 1
        day = min(moment.day, calendar.monthrange(year, month)[1])
        return moment.replace(year=year, month=month, day=day) + self.time

    @property
    def about(self) -> timedelta:
        """The length to compare with others: a month as a twelfth of 365.25 days."""
        return timedelta(days=self.months * 365.25 / 12) + self.time


def read_span(said: str, *, most_months: int = _MOST_MONTHS) -> Span | None:
    """A length of time: `1 m`, `2 weeks`, `quarterly`, `P1Y`. None when it is not one.

    `m` is a month, as in ODCS's own examples; a minute is `min`. More than `most_months` is none.
    """
    text = " ".join(said.lower().split())
    if iso := _ISO.fullmatch(text):
        days, time = (iso[1], _ISO_UNITS.get(iso[2] or "")), (iso[3], _ISO_TIME_UNITS.get(iso[4]))
        text = " ".join(str(part) for part in (days if iso[1] else time))
    found = _SAID.fullmatch(text)
    unit = _UNITS.get(found[2]) if found else None
    if found is None or unit is None:
        return None
    count = int(found[1] or 1)
    span = Span(months=count * unit) if isinstance(unit, int) else Span(time=count * unit)
    return span if count and span.about <= Span(months=most_months).about else None
