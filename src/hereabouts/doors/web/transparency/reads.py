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
    made = manifest.made_at.date()
    months = made.year * 12 + made.month - 2
    last = date(months // 12, months % 12 + 1, 1)
    since = manifest.reads_since
    known = since is not None and since.replace(day=1) <= last
    return last if known else None


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
    newest = month_known(manifest)
    if newest is None or manifest.reads_since is None:
        return
    first = max(manifest.reads_since, agreement.starts_on).replace(day=1)
    for back in range(12):
        months = newest.year * 12 + newest.month - 1 - back
        month = date(months // 12, months % 12 + 1, 1)
        if month < first:
            return
        yield month
