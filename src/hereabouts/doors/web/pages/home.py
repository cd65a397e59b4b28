"""The home page: the place at a glance."""

from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.spec import Strip
from hereabouts.doors.web.charts.strip import draw_strip
from hereabouts.doors.web.headline import Headline, headline
from hereabouts.doors.web.themes import Theme, themes
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.release.manifest_model import ReleasedIndicator, ReleaseManifest

MOST_CARDS = 9
FEW_CARDS = 6  # when no page says which to lead with


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One headline number."""

    headline: Headline
    href: str
    strip: Markup
    where: str | None  # the area the number is of
    low: str | None  # ends of the strip, in words
    high: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """An indicator in the list by theme."""

    indicator: ReleasedIndicator
    href: str


def home(visit: Visit) -> PageAnswer:
    """Title, headline numbers, a way to find an area, and everything by theme."""
    visit.asked()
    manifest = visit.manifest
    page = manifest.home
    return PageAnswer(
        "home.html",
        {
            "title": page.title if page else manifest.place.title,
            "lede": page.lede if page else manifest.place.description,
            "cards": [_card(visit, indicator) for indicator in _leading(manifest)],
            "themes": [(theme, _listed(visit, theme)) for theme in themes(manifest)],
            "facts": _facts(manifest),
            "places": [t for t in reversed(manifest.area_types) if t.count],
            "current": "home",
        },
    )


def _leading(manifest: ReleaseManifest) -> tuple[ReleasedIndicator, ...]:
    by_id = {indicator.id: indicator for indicator in manifest.observed}
    if manifest.home is None:
        return tuple(by_id.values())[:FEW_CARDS]
    named = (by_id[one] for one in manifest.home.indicators if one in by_id)
    return tuple(named)[:MOST_CARDS]


def _card(visit: Visit, indicator: ReleasedIndicator) -> Card:
    said = headline(visit.reader, indicator)
    spread, lead = said.spread, said.lead
    ends = spread.values[:: max(len(spread.values) - 1, 1)] if len(spread.values) > 1 else ()
    # Counts of the whole place are off the scale of its areas.
    comparable = lead is not None and bool(ends) and ends[0] <= (lead.value or 0) <= ends[-1]
    strip = Strip(values=spread.values, marked=lead.value if comparable and lead else None)
    low, high = (words.with_unit(end, indicator=indicator) for end in ends) if ends else (None,) * 2
    return Card(
        headline=said,
        href=visit.links.indicator(indicator),
        strip=draw_strip(strip) if ends else Markup(""),
        where=lead.area_name if lead else None,
        low=low,
        high=high,
    )


def _listed(visit: Visit, theme: Theme) -> tuple[Listed, ...]:
    return tuple(Listed(one, visit.links.indicator(one)) for one in theme.indicators)


def _facts(manifest: ReleaseManifest) -> tuple[str, ...]:
    smallest = next((t for t in manifest.area_types if t.base), manifest.area_types[0])
    sources = sum(product.origin is not None for product in manifest.products)
    return (
        words.count_of(len(manifest.observed), singular="indicator", plural="indicators"),
        f"{smallest.count:,} {words.in_sentence(smallest.plural)}",
        words.count_of(sources, singular="source", plural="sources"),
    )
