"""Files of a published site that no page of a served one has: for hosts, crawlers and search."""

import json
from collections.abc import Iterable, Iterator
from textwrap import shorten
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from hereabouts.doors.static.addresses import page_target
from hereabouts.doors.static.scope import MOST_LISTED, Scope
from hereabouts.doors.web import security
from hereabouts.doors.web.django_site import CONTENT_SECURITY_POLICY
from hereabouts.doors.web.finding.things import Thing, things_of
from hereabouts.doors.web.finding.wordings import same_words
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.visit import Visit

SEARCH = "search.json"
SAID = 140  # letters of what is said of a thing
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def search_index(visit: Visit, scope: Scope) -> bytes:
    """All that search finds: areas that have a page and all else, for the script of its page."""
    kinds = [
        {
            "title": kind.title,
            "folder": f"area/{quote(kind.code)}",
            "areas": [[area.code, area.name] for area in visit.reader.areas(kind.code)],
        }
        for kind in reversed(visit.manifest.area_types)
        if kind.code in scope.area_types
    ]
    said = {
        "kinds": kinds,
        "things": [_listed_thing(thing, visit, scope) for thing in things_of(visit.reader)],
        "same": same_words(visit.reader),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _listed_thing(thing: Thing, visit: Visit, scope: Scope) -> list[object]:
    """Its title, what is said of it, its file and every name it has."""
    address = thing.href(Links(scope.number, versioned=False), visit.manifest)
    path, mark, part = address.partition("#")
    file = quote(page_target(path, {}, scope=scope).file)
    about = shorten(thing.about, SAID, placeholder="…")
    return [thing.title, about, f"{file}{mark}{part}", list(thing.names)]


def host_files(base: str) -> dict[str, bytes]:
    """Rules for hosts that read them from the folder: headers, and no processing of names."""
    return {"_headers": _headers(urlsplit(base).path).encode(), ".nojekyll": b""}


def policy() -> str:
    """The content security policy of every page, as a header says it."""
    directives = CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives)


def sitemap(pages: Iterable[str], *, base: str, day: str) -> dict[str, bytes]:
    """The sitemap of `pages` (files), and the robots.txt that names it.

    Args:
        pages: files of pages, without those of a page's other states.
        base: the site's public address.
        day: when the release was made, as 2026-11-28.
    """
    listed = [f"{base}/{quote(file.removesuffix('index.html'))}" for file in pages]
    parts = {
        f"sitemaps/{at // MOST_LISTED + 1}.xml": listed[at : at + MOST_LISTED]
        for at in range(0, len(listed), MOST_LISTED)
    }
    index = _listed("sitemapindex", "sitemap", (f"{base}/{name}" for name in parts), day)
    files = {name: _listed("urlset", "url", some, day) for name, some in parts.items()}
    robots = f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n"
    return {**files, "sitemap.xml": index, "robots.txt": robots.encode()}


def _headers(folder: str) -> str:
    """Netlify's, Cloudflare Pages' and others' file of headers."""
    always = [*security.ALWAYS, security.NO_FRAME]
    shared = [(name, value) for name, value in security.SHARED if b"expose" not in name]
    for_ever = [(b"cache-control", security.FOR_EVER)]
    blocks = [
        (f"{folder}/*", [*always, (b"content-security-policy", policy().encode())]),
        *((f"{folder}/{name}/*", for_ever) for name in ("static", "artefacts")),
        *((f"{folder}/{name}/*", shared) for name in ("artefacts", "chart", "download")),
    ]
    return "".join(_block(path, headers) for path, headers in blocks)


def _block(path: str, headers: Iterable[tuple[bytes, bytes]]) -> str:
    lines = (f"  {name.decode().title()}: {value.decode()}\n" for name, value in headers)
    return f"{path}\n{''.join(lines)}"


def _listed(outer: str, inner: str, places: Iterable[str], day: str) -> bytes:
    return "".join(_entries(outer, inner, places, day)).encode()


def _entries(outer: str, inner: str, places: Iterable[str], day: str) -> Iterator[str]:
    yield f'{_XML}<{outer} xmlns="{_NAMESPACE}">\n'
    for place in places:
        yield f"<{inner}><loc>{escape(place)}</loc><lastmod>{day}</lastmod></{inner}>\n"
    yield f"</{outer}>\n"
