"""When what a figure rests on is next due, and whether it was overdue when it was released.

A page is of a release, so it says how things stood on the day of the release, and the date. Whether
that date has passed since is for the reader's own calendar: a script of the site says so beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hereabouts.doors.web.languages import N_, gettext, ngettext, translated
from hereabouts.model.time_span import Span, read_span
from hereabouts.release.manifest_model import ReleasedProduct, ReleaseManifest

_TIMES = ((timedelta(weeks=1), "week"), (timedelta(days=1), "day"), (timedelta(hours=1), "hour"))
#: Once in one of them, and once in several.
_OFTEN = {
    "year": (N_("every year"), N_("every %(num)s years")),
    "month": (N_("every month"), N_("every %(num)s months")),
    "week": (N_("every week"), N_("every %(num)s weeks")),
    "day": (N_("every day"), N_("every %(num)s days")),
    "hour": (N_("every hour"), N_("every %(num)s hours")),
    "minute": (N_("every minute"), N_("every %(num)s minutes")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A product that is promised again."""

    product: ReleasedProduct
    due: date
    often: str  # every year
    overdue_days: int  # on the day of the release; 0 where it was not overdue

    @property
    def flag(self) -> str:
        """What to say of it that warns; empty where there is nothing to warn of."""
        if not self.overdue_days:
            return ""
        late = ngettext("%(num)s day", "%(num)s days", self.overdue_days)
        return gettext("overdue by %(late)s when this was released", late=late)


def updates(manifest: ReleaseManifest, products: Iterable[ReleasedProduct]) -> tuple[Update, ...]:
    """The products that are promised again, the first due first."""
    made = manifest.made_at.date()
    found = [
        Update(
            product=one,
            due=one.next_due,
            often=often_words(one.frequency),
            overdue_days=max(0, (made - one.next_due).days),
        )
        for one in products
        if one.next_due
    ]
    return tuple(sorted(found, key=lambda one: (one.due, one.product.id)))


def often_words(frequency: str) -> str:
    """`every year`, `every 2 weeks`; empty for what promises nothing that can be read."""
    span = read_span(frequency)
    if span is None:
        return ""
    count, unit = _months(span) if span.months else _time(span)
    once, several = _OFTEN[unit]
    return translated(once) if count == 1 else gettext(several, num=f"{count:,}")


def _months(span: Span) -> tuple[int, str]:
    years, rest = divmod(span.months, 12)
    return (span.months, "month") if rest else (years, "year")


def _time(span: Span) -> tuple[int, str]:
    for unit, name in _TIMES:
        count, rest = divmod(span.time, unit)
        if not rest:
            return count, name
    return int(span.time.total_seconds() // 60), "minute"
