"""What an area's indicators are made up of: the largest categories of each, as bars."""

from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.breakdown_words import breakdown_title
from hereabouts.doors.web.charts.bar import draw_bar
from hereabouts.doors.web.charts.spec import Bar
from hereabouts.doors.web.headline import newest_period
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.release.answers import Area, Observation
from hereabouts.release.manifest_model import ReleasedIndicator

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One category."""

    category: str
    said: Said
    bar: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """The largest categories of one indicator in one area, and what is left out."""

    indicator: ReleasedIndicator
    href: str
    by: str
    period: str
    parts: tuple[Part, ...]
    zeros: int
    more: int


def breakdowns(visit: Visit, *, area: Area) -> list[Breakdown]:
    """A breakdown of every indicator that has one for this type of area."""
    found = []
    for indicator in visit.manifest.observed:
        if indicator.breakdown and area.area_type in indicator.area_types:
            period = newest_period(indicator)
            seen = visit.reader.observations(
                indicator.id, area_type=area.area_type, period_start=period.start, code=area.code
            )
            parts = [one for one in seen if one.category != "all"]
            if parts:
                found.append(_breakdown(visit, indicator, period.label, parts))
    return found


def _breakdown(
    visit: Visit, indicator: ReleasedIndicator, period: str, seen: list[Observation]
) -> Breakdown:
    """Largest first; what is hidden keeps its row, what is zero is only counted."""
    zeros = sum(one.value == 0 for one in seen)
    listed = sorted(
        (one for one in seen if one.value != 0),
        key=lambda one: (one.value is None, -(one.value or 0), one.category),
    )
    ends = [e for one in listed for e in (one.value, one.lower, one.upper) if e is not None]
    low, high = min(0.0, *ends, 0.0), max(0.0, *ends, 0.0) or 1.0
    return Breakdown(
        indicator=indicator,
        href=visit.links.indicator(indicator, area_type=seen[0].area_type),
        by=words.in_sentence(breakdown_title(visit.manifest, indicator)),
        period=period,
        parts=tuple(_part(one, indicator, low, high) for one in listed[:MOST_SHOWN]),
        zeros=zeros,
        more=max(len(listed) - MOST_SHOWN, 0),
    )


def _part(one: Observation, indicator: ReleasedIndicator, low: float, high: float) -> Part:
    bar = Markup("")
    if one.value is not None:
        bar = draw_bar(Bar(value=one.value, lower=one.lower, upper=one.upper, low=low, high=high))
    return Part(category=one.category, said=words.say_value(one, indicator=indicator), bar=bar)
