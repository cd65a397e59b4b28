"""From `30 days` or `3 calendar months` to a window."""

import re

from hereabouts.errors import Location, ProjectError
from hereabouts.model.definition import ALWAYS_AS_LONG, CALENDAR, Unit, Window

_NUMBER = re.compile(r"[1-9]\d{0,3}")
_UNITS = {word: unit for unit in Unit for word in (unit.value, f"{unit.value}s")}
_DO = (
    "write a length that rolls, such as `30 days` or `3 months`, or whole ones of a calendar,"
    " such as `calendar month` or `3 calendar months`"
)


def read_window(said: str, *, at: Location, problems: list[ProjectError]) -> Window | None:
    """The window that `said` names; None when `problems` gained why it is none.

    `rolling` may be said, before the unit or after it, and changes nothing.
    """
    words = said.lower().split()
    kinds = {"calendar", "rolling"}.intersection(words)
    unit = _UNITS.get(next((w for w in reversed(words) if w != "rolling"), ""))
    calendar = "calendar" in kinds
    if unit and calendar and ("rolling" in kinds or unit not in CALENDAR):
        problems.append(
            ProjectError(
                f"{said!r} rolls and is of the calendar at once",
                code="P412",
                do="calendar months, quarters and years are whole ones; minutes to weeks roll",
                at=at,
            )
        )
        return None
    number = _number([w for w in words if w not in kinds and w not in _UNITS], calendar=calendar)
    if unit is None or number is None or sum(w in _UNITS for w in words) > 1:
        what = f"{said!r} is not a window of time"
        problems.append(ProjectError(what, code="P411", do=_DO, at=at))
        return None
    return Window(number=number, unit=unit, calendar=calendar)


def read_gap(said: str, *, at: Location, problems: list[ProjectError]) -> Window | None:
    """The gap within an episode, always as long; None when `problems` gained why it is none."""
    window = read_window(said, at=at, problems=problems)
    if window is None or window.unit in ALWAYS_AS_LONG:
        return window
    what = "events of one episode are not months apart"
    do = "write minutes, hours, days or weeks, such as `60 minutes`"
    problems.append(ProjectError(what, code="P411", do=do, at=at))
    return None


def _number(words: list[str], *, calendar: bool) -> int | None:
    """`calendar month` is one; what rolls says how many."""
    if not words and calendar:
        return 1
    return int(words[0]) if len(words) == 1 and _NUMBER.fullmatch(words[0]) else None
