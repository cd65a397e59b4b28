"""The home page: the place at a glance."""

from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.board_pack.offers import pack_of_page
from hereabouts.doors.web.cards import card_of
from hereabouts.doors.web.headline import Headline, headline
from hereabouts.doors.web.languages import ngettext
from hereabouts.doors.web.sections.build import sections_of
from hereabouts.doors.web.sections.offered import indicators_of
from hereabouts.doors.web.themes import Theme, themes
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPage, ReleaseManifest

FEW_CARDS = 6  # when no page says which to lead with


@dataclass(frozen=True, slots=True)
class HeroMap:
    """A picture of the place."""

    headline: Headline
    image: str
    href: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An indicator in the list by theme."""

    indicator: ReleasedIndicator
    href: str


def home(visit: Visit) -> PageAnswer:
    """Title, headline numbers, a way to find an area, and everything by theme."""
    manifest = visit.manifest
    page = manifest.home
    sections = sections_of(visit, page) if page else ()
    if page is None:
        visit.asked()
    return PageAnswer(
        "home.html",
        {
            "title": page.title if page else manifest.place.title,
            "lede": page.lede if page else manifest.place.description,
            "cards": [card_of(visit, indicator=one) for one in _leading(manifest)],
            "sections": sections,
            "hero": _hero_map(visit),
            "themes": [(theme, _listed(visit, theme)) for theme in themes(manifest)],
            "facts": _facts(manifest),
            "pack": pack_of_page(visit, page) if page else None,
            "current": "home",
        },
    )


def _leading(manifest: ReleaseManifest) -> tuple[ReleasedIndicator, ...]:
    if manifest.home is None:
        return manifest.observed[:FEW_CARDS]
    return led_by(manifest, manifest.home)


def led_by(manifest: ReleaseManifest, page: ReleasedPage) -> tuple[ReleasedIndicator, ...]:
    """The indicators a declared page leads with, in its order."""
    by_id = {indicator.id: indicator for indicator in manifest.observed}
    return tuple(by_id[one] for one in page.indicators if one in by_id)


def _pictured(visit: Visit) -> tuple[ReleasedIndicator, ...]:
    """What the page leads with, and then what its sections show."""
    page = visit.manifest.home
    shown = (name for section in page.sections for name in section.indicators) if page else ()
    return (*_leading(visit.manifest), *indicators_of(visit, shown))


def _hero_map(visit: Visit) -> HeroMap | None:
    """The first leading indicator's map, where its areas have outlines."""
    for indicator in _pictured(visit):
        said = headline(visit.reader, indicator)
        size = visit.map_size(said.spread_type)
        if size and said.spread.values:
            image = visit.links.drawn_map(
                indicator.id,
                area_type=said.spread_type.code,
                start=said.period.start,
                category=said.category,
            )
            return HeroMap(said, image, visit.links.indicator(indicator), *size)
    return None


def _listed(visit: Visit, theme: Theme) -> tuple[Listed, ...]:
    return tuple(Listed(one, visit.links.indicator(one)) for one in theme.indicators)


def _facts(manifest: ReleaseManifest) -> tuple[str, ...]:
    smallest = next((t for t in manifest.area_types if t.base), manifest.area_types[0])
    sources = sum(product.origin is not None for product in manifest.products)
    return (
        ngettext("%(num)s indicator", "%(num)s indicators", len(manifest.observed)),
        f"{smallest.count:,} {words.in_sentence(smallest.plural)}",
        ngettext("%(num)s source", "%(num)s sources", sources),
    )
