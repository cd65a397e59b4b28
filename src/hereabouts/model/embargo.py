"""An embargo: the moment until which a release is shown to nobody but those on a list.

A moment is said and shown in the time of London, as publication times are announced.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from hereabouts.errors import ReleaseError

LONDON = ZoneInfo("Europe/London")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """Until when a release is not shown, and why. From `until` on, it is."""

    until: datetime  # with its zone
    why: str = ""

    @property
    def words(self) -> str:
        """`9:30am on 10 December 2026`."""
        local = self.until.astimezone(LONDON)
        return f"{time_of_day(self.until)} on {local.day} {local:%B %Y}"


def read_moment(said: str) -> datetime:
    """A moment as `2026-12-10T09:30`, in the time of London.

    Raises:
        ReleaseError: R320, it is not written so, or the clocks change then.
    """
    local = _local(said)
    if local is None:
        raise ReleaseError(
            "an embargo does not end at a day and a time",
            code="R320",
            do="write it as in 2026-12-10T09:30, in the time of London",
        )
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise ReleaseError(
            "an embargo ends while the clocks change: there is no such time, or there are two",
            code="R320",
            do="choose a time before 1am or after 2am of that day",
        )
    return local


def time_of_day(moment: datetime) -> str:
    """`9:30am`, `9am`, `12pm`: of a moment, in London."""
    local = moment.astimezone(LONDON)
    minutes = f":{local:%M}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def _local(said: str) -> datetime | None:
    if not _MOMENT.fullmatch(said):
        return None
    try:
        return datetime.fromisoformat(said).replace(tzinfo=LONDON)
    except ValueError:
        return None
