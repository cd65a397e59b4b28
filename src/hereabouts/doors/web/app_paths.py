"""Taking the path of an address apart: which release, which branch, and whether to keep it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hereabouts.model.languages import LANGUAGES

_RELEASE = re.compile(r"/r/(\d{1,9})(/.*)?\Z")
#: Pages in another language than the site's main one; data has no twin, nor has sending a file.
_LANGUAGE = re.compile(rf"/({'|'.join(LANGUAGES)})(/.*)?\Z")
#: The API names a release in its own way.
_API_RELEASE = re.compile(r"/api/v1/releases/([0-9]{1,9})(/.*)?\Z")
API_PAGE = "/api/v1/docs"
#: Data, by the first part of its path within a release; anything else is a page.
DATA = frozenset(
    (
        *(
            "api",
            "artefacts",
            "catalog",
            "catalog.jsonld",
            "catalog.ttl",
            "download",
            "favicon.svg",
            "feeds",
            "health",
            "locate",
            "map",
        ),
        *("beside", "chart", "robots.txt", "search.json", "sitemap.xml", "sitemaps", "static"),
        *("agreements.json", "glossary.jsonld", "glossary.ttl"),
        *("classes", "pack", "logo.png", "logo.svg", "theme.css", "values"),
    )
)
#: Sent as they are made: too large to keep, or never the same twice.
STREAMED = frozenset({"account", "download", "health", "send"})
#: Forms, in one language: they have no twin in another.
ONE_LANGUAGE = DATA | {"account", "send"}
KEPT_ARTEFACTS = (".json", ".webp")
#: About several releases: what they say may change when one is made or withdrawn.
_SEVERAL = re.compile(r"/changes(/.*)?\Z|/area/[^/]+/[^/]+/changes\Z|/(feeds|pack)/")
SHARED = (
    *("/agreements.json", "/api/", "/artefacts/", "/catalog", "/chart/"),
    *("/download/", "/glossary.", "/pack/"),
)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a path leads."""

    number: int | None  # of the release, if the path says
    path: str  # within the release, and within the language
    data: bool
    kept: bool
    changes: bool  # whether the newest release decides what it says
    language: str = ""  # two letters, where the address begins with them

    @property
    def takes_files(self) -> bool:
        """Whether it is for a supplier alone, to send a file."""
        return self.number is None and self.path.startswith("/send/")

    @property
    def personal(self) -> bool:
        """Whether it is about whoever asks: signing in, and what comes after it. Never kept."""
        return self.number is None and (
            self.path == "/account" or self.path.startswith("/account/")
        )

    @property
    def is_fixed(self) -> bool:
        """Whether it is the same for everybody and of no release: styles, scripts, shapes."""
        return self.path.startswith(("/static/", "/artefacts/"))

    @property
    def names_site(self) -> bool:
        """Whether the answer holds the site's own address, as it was asked by."""
        return self.data and self.path.startswith(
            ("/agreements.json", "/catalog", "/feeds/", "/glossary.", "/robots.txt", "/sitemap")
        )

    @property
    def framed(self) -> bool:
        """Whether pages of other sites may show it in a frame: one chart and nothing to press."""
        return self.path.startswith("/embed/")

    @property
    def shared(self) -> bool:
        """Whether pages of other sites may read it: what is made to be used elsewhere."""
        return self.data and self.path.startswith(SHARED)


@lru_cache(maxsize=4096)
def find_destination(path: str) -> Destination:
    """Take a path apart: `/r/3/about` is `/about` of release 3."""
    found = _RELEASE.match(path)
    number = int(found.group(1)) if found else None
    language, inside = _language((found.group(2) or "/") if found else path)
    first = inside.split("/", 2)[1] if "/" in inside else ""
    fixed = first in ("static", "artefacts")
    several = _SEVERAL.match(inside) is not None
    kept = first not in STREAMED and (first != "artefacts" or inside.endswith(KEPT_ARTEFACTS))
    data = first in DATA and inside != API_PAGE
    number = number or _number_in_api(path)
    changes = several or (number is None and not fixed)
    return Destination(number, inside, data, kept, changes, language)


def _language(path: str) -> tuple[str, str]:
    """The language that a page's path begins with, and the path within it."""
    found = _LANGUAGE.match(path)
    inside = (found.group(2) or "/") if found else path
    if found is None or (inside.split("/", 2)[1] in ONE_LANGUAGE and inside != API_PAGE):
        return "", path
    return found.group(1), inside


def _number_in_api(path: str) -> int | None:
    found = _API_RELEASE.match(path)
    return int(found.group(1)) if found else None
