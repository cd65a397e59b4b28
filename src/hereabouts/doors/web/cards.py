"""Headline numbers as cards: what the home page and declared pages lead with."""

from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.spec import Strip
from hereabouts.doors.web.charts.strip import draw_strip
from hereabouts.doors.web.headline import Headline, headline
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedIndicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One headline number."""

    headline: Headline
    href: str
    strip: Markup
    where: str | None  # the area the number is of
    about: str  # how many areas the strip shows
    low: str | None  # ends of the strip, in words
    high: str | None


def card_of(visit: Visit, *, indicator: ReleasedIndicator) -> Card:
    """The card of one indicator."""
    said = headline(visit.reader, indicator)
    spread, lead = said.spread, said.lead
    several = len(spread.values) > 1
    # Counts of the whole place are off the scale of its areas.
    value = lead.value if lead and lead.value is not None else None
    comparable = several and value is not None and spread.values[0] <= value <= spread.values[-1]
    strip = Strip(values=spread.values, marked=value if comparable else None)
    where = (
        lead.area_name
        if lead
        else gettext("Across %(counted)s", counted=_counted(said))
        if spread.values
        else None
    )
    return Card(
        headline=said,
        href=visit.links.indicator(indicator),
        strip=draw_strip(strip) if several else Markup(""),
        where=where,
        about=_counted(said),
        low=_end(spread.values[0], indicator) if several else None,
        high=_end(spread.values[-1], indicator) if several else None,
    )


def _end(value: float, indicator: ReleasedIndicator) -> str:
    """The number alone: the card has said the unit."""
    said = words.number(value, decimals=indicator.decimals)
    return f"{said}%" if words.unit_of(indicator) == "%" else said


def _counted(said: Headline) -> str:
    return words.count_of(
        len(said.spread.values),
        singular=words.in_sentence(said.spread_type.title),
        plural=words.in_sentence(said.spread_type.plural),
    )
