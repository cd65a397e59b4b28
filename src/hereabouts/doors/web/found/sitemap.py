"""Every page of the newest release, for search engines.

Source:
    Sitemaps.org, Sitemaps XML format, protocol 0.9: at most 50,000 addresses a file.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from hereabouts.doors.web.glossary.concepts import concepts_of
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.visit import Visit
from hereabouts.release.reader_pages import AreasAsked

MOST = 25_000  # areas, each of which may have a page in two languages
PAGES = "pages"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FIXED = (
    *("/indicators", "/about", "/accessibility", "/api/v1/docs"),
    *("/glossary", "/dictionary", "/catalogue", "/transparency"),
)


def sitemap_index(visit: Visit, *, site: str) -> str:
    """The files of the sitemap: pages, and areas of each kind."""
    links = (f"{site}/sitemaps/{name}.xml" for name in part_names(visit))
    return _xml("sitemapindex", "sitemap", links, made=_made(visit))


def part_names(visit: Visit) -> tuple[str, ...]:
    """The name of each file: `pages`, then `1-lsoa11`, `2-lsoa11` and so on."""
    kinds = [kind for kind in visit.manifest.area_types if kind.count]
    parts = [f"{at + 1}-{k.code}" for k in kinds for at in range((k.count - 1) // MOST + 1)]
    return (PAGES, *parts)


def sitemap_part(visit: Visit, name: str, *, site: str) -> str:
    """One file of those that `part_names` names."""
    paths = _pages(visit) if name == PAGES else _areas(visit, name)
    return _xml("urlset", "url", (f"{site}{path}" for path in paths), made=_made(visit))


def _pages(visit: Visit) -> Iterator[str]:
    for links in _languages(visit):
        yield from _pages_of(visit, links)


def _languages(visit: Visit) -> tuple[Links, ...]:
    """Addresses of the newest release in each of its languages, the main one first."""
    main = Links(number=visit.manifest.number, versioned=False)
    return main, *map(main.in_language, visit.manifest.place.languages[1:])


def _pages_of(visit: Visit, links: Links) -> Iterator[str]:
    manifest = visit.manifest
    yield links.home()
    yield from map(links.page, _FIXED)
    yield from (links.declared(page.name) for page in manifest.pages if page.name != "home")
    yield from (links.indicator(one) for one in manifest.observed)
    yield from (links.product(one.id) for one in manifest.products)
    yield from (links.definition(one.name) for one in manifest.definitions)
    yield from (links.agreement(one.id) for one in manifest.agreements)
    yield from (links.privacy(one.domain) for one in manifest.notices)
    yield from (links.term(one.slug) for one in concepts_of(visit.reader).values())


def _areas(visit: Visit, name: str) -> Iterator[str]:
    number, _dash, kind = name.partition("-")
    first = (int(number) - 1) * MOST
    asked = AreasAsked(area_type=kind)
    found = visit.reader.areas_after(asked, after=(), limit=first + MOST)[first:]
    for links in _languages(visit):
        yield from (links.area(area.area_type, code=area.code) for area in found)


def _made(visit: Visit) -> str:
    return visit.manifest.made_at.date().isoformat()


def _xml(outer: str, inner: str, places: Iterable[str], *, made: str) -> str:
    entries = "".join(
        f"<{inner}><loc>{escape(place)}</loc><lastmod>{made}</lastmod></{inner}>\n"
        for place in places
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{outer} xmlns="{_NAMESPACE}">\n{entries}</{outer}>\n'
