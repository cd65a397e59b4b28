"""What stands above every page of a release under embargo."""

from datetime import datetime

from hereabouts.doors.web.languages import day_in_words, gettext
from hereabouts.model.embargo import LONDON, time_of_day


def embargo_words(until: datetime | None) -> str:
    """`Under embargo until 9:30am on 10 December 2026: do not pass on`; empty for none."""
    if until is None:
        return ""
    return gettext(
        "Under embargo until %(time)s on %(day)s: do not pass on",
        time=time_of_day(until),
        day=day_in_words(until.astimezone(LONDON).date()),
    )
