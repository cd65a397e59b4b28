"""Explain this number: from a figure on a page back to the files that it came from."""

from collections.abc import Mapping
from datetime import date

from hereabouts.doors.web import explained, words
from hereabouts.doors.web.address import AddressError, not_found
from hereabouts.doors.web.changes.said_changes import speaker_of
from hereabouts.doors.web.citation import citation
from hereabouts.doors.web.known_area import known_area
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.method_words import method_references, method_sentences
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator

ALL = "all"


def explain(visit: Visit, *, indicator: str, area_type: str, code: str) -> PageAnswer:
    """The page of how one number was made.

    Raises:
        AddressError: W204 to W206, no such indicator, kind of area or area; W283, `period` is no
            date; W284, the release says nothing of that area in that period and category.
    """
    asked = visit.asked("period", "category")
    theme, _dot, name = indicator.partition(".")
    found = visit.indicator(theme, name=name)
    area = known_area(visit, area_type, code)
    kind = visit.area_type(area_type)
    wanted = asked.get("category", ALL), _period(asked.get("period"))
    seen = _observed(visit, found, (kind.code, code), *wanted)
    title = gettext(
        "How this number was made: %(short_title)s, %(area_name)s",
        short_title=found.short_title,
        area_name=area.name,
    )
    return PageAnswer(
        "explain.html",
        {
            "title": title,
            "indicator": found,
            "indicator_href": visit.links.indicator(found, area_type=kind.code),
            "area": area,
            "area_href": visit.links.area(kind.code, code=code),
            "seen": seen,
            "how_to_cite": citation(visit.manifest, title, address=visit.links.explain(seen)),
            "current": "indicators",
            **_made(visit, found, seen),
        },
    )


def _made(visit: Visit, indicator: ReleasedIndicator, seen: Observation) -> Mapping[str, object]:
    """The number in words, and back to its files."""
    speaker = speaker_of(visit.manifest, indicator)
    counts = ((gettext("Number"), seen.numerator), (gettext("Out of"), seen.denominator))
    return {
        "period": words.in_sentence(speaker.period(seen)),
        "said": speaker.said(seen),
        "value": explained.value_sentences(seen, indicator=indicator),
        "compares": speaker.compares(seen),
        "counted": [
            (label, explained.whole_number(count)) for label, count in counts if count is not None
        ],
        "sum": explained.sum_words(seen, indicator=indicator),
        "method": method_sentences(indicator),
        "references": method_references(indicator),
        "protection": explained.protection_words(indicator),
        "sources": [
            explained.Source(one, visit.links.product(one.id), is_file=bool(one.origin))
            for one in explained.sources_of(visit.manifest, indicator)
        ],
        "data": _data(visit, indicator, seen),
    }


def _period(asked: str | None) -> date | None:
    if asked is None:
        return None
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise AddressError(
            "`period` is not a day",
            code="W283",
            do="give the first day of the period, such as period=2024-01-01",
            status=400,
        ) from None


def _observed(
    visit: Visit,
    indicator: ReleasedIndicator,
    area: tuple[str, str],
    category: str,
    start: date | None,
) -> Observation:
    """The observation asked for; the newest where no period is."""
    series = visit.reader.trend(indicator.id, area_type=area[0], code=area[1], category=category)
    fits = [one for one in series if start is None or one.period_start == start]
    if not fits:
        raise not_found(
            "the release says nothing of this area in that period and category",
            code="W284",
            do="follow a link from the area's page or from the ranking",
        )
    return fits[-1]


def _data(visit: Visit, indicator: ReleasedIndicator, seen: Observation) -> list[tuple[str, str]]:
    """Where the same value is as data."""
    csv = visit.links.download(indicator, ending="csv", area_type=seen.area_type, period=None)
    return [
        (gettext("This value, by the API, as JSON"), visit.links.api_value(seen)),
        (gettext("Every area of this kind and every period, as CSV"), csv),
    ]
