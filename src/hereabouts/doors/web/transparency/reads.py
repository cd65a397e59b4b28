"""How often data was read under an agreement, as pages say it.

A page does not change while its release is the newest, so it says the months by name and never
`last month`; the newest month that it can know of is the one before the release was made.
"""

from collections.abc import Iterator
from datetime import date

from hereabouts.doors.web.languages import gettext, month_in_words, ngettext
from hereabouts.release.manifest_catalogue import ReleasedAgreement
from hereabouts.release.manifest_model import ReleaseManifest

FEWER = 5


def month_known(manifest: ReleaseManifest) -> date | None:
    """The first day of the last month that was over; None where nothing is known of it."""
    last, first = months_before(manifest.made_at.date(), 1), first_whole(manifest)
    return last if first is not None and first <= last else None


def first_whole(manifest: ReleaseManifest) -> date | None:
    """The first day of the first month of which the whole is known; None where nothing is."""
    since = manifest.reads_since
    return since if since is None or since.day == 1 else months_before(since, -1)


def months_before(day: date, count: int) -> date:
    """The first day of the month that was `count` months before that of `day`."""
    months = day.year * 12 + day.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def reads_in(agreement: ReleasedAgreement, month: date) -> str:
    """`12 times`, `fewer than 5 times` or `not at all`."""
    found = next((one for one in agreement.reads if one.month == month), None)
    if found is None:
        return gettext("not at all")
    if found.count is None:
        return gettext("fewer than %(fewer)s times", fewer=FEWER)
    return ngettext("%(num)s time", "%(num)s times", found.count)


def monthly(agreement: ReleasedAgreement, manifest: ReleaseManifest) -> list[tuple[str, str]]:
    """Each month that is known of, newest first, and how often it was read."""
    return [(month_in_words(one), reads_in(agreement, one)) for one in _months(agreement, manifest)]


def _months(agreement: ReleasedAgreement, manifest: ReleaseManifest) -> Iterator[date]:
    """From the newest back to the first of the log or of the agreement, a year at most."""
    newest, first = month_known(manifest), first_whole(manifest)
    if newest is None or first is None:
        return
    first = max(first, agreement.starts_on.replace(day=1))
    months = (months_before(newest, back) for back in range(12))
    yield from (month for month in months if month >= first)
