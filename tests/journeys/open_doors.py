"""Every door of the site, by the pattern it is reached by, and the addresses behind each.

A door that is not listed here fails `test_every_door_is_walked`.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import duckdb

from hereabouts.model.term import slug_of
from tests.journeys.api_doors import API_BY_NUMBER, API_OF_NEWEST, FOUND
from tests.journeys.taking_doors import CHANGES, FEEDS, PACKS, TAKING, TAKING_PAGES

CHARTS = ("funnel", "ranked")
COMPARED = ("better", "higher", "similar", "lower", "worse")
SORTS = ("rank", "-rank", "area", "-area")
CHOSEN = (
    *(("care.members", "area"), ("care.members", "district"), ("care.members", "neighbourhood")),
    *(("care.people", "area"), ("care.calls", "area")),
)
NOWHERE = ("/nowhere", "/indicator/care/nowhere", "/area/area/E01999099", "/about/care.nowhere")
FILES = ("ids.webp", "areas.json", "areas.geojson", "areas.pmtiles")


@dataclass(frozen=True)
class Bundle:
    """A release as it lies on disk, read with nothing of the site."""

    folder: Path

    @cached_property
    def said(self) -> Any:
        return json.loads((self.folder / "release.json").read_text("utf-8"))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(self.folder / "serve.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    @cached_property
    def slices(self) -> list[tuple[str, str, str, str]]:
        """Indicator, area type, first day, category."""
        kinds = [kind["code"] for kind in self.said["area_types"]]
        found = self.rows(
            "select distinct indicator, area_type, period_start::varchar, category"
            " from observations order by all"
        )
        return [(i, kind, start, category) for i, kind, start, category in found if kind in kinds]

    @cached_property
    def areas(self) -> list[tuple[str, str]]:
        return [(kind, code) for kind, code in self.rows("select area_type, area_code from areas")]

    @cached_property
    def hidden(self) -> list[tuple[str, str]]:
        """Areas of which something is hidden."""
        sql = "select distinct area_type, area_code from observations where marker = '[c]'"
        return [one for one in self.areas if one in self.rows(sql)]


Addresses = Callable[[Bundle], Iterator[str]]


def indicator_pages(bundle: Bundle) -> Iterator[str]:
    """Each period and category for each type of area."""
    for indicator, kind, start, category in bundle.slices:
        asked = {"area_type": kind, "category": category, "period": start}
        yield f"/indicator/{indicator.replace('.', '/')}?{urlencode(asked)}"


def chosen_pages(bundle: Bundle) -> Iterator[str]:
    """Each other thing that can be chosen, of indicators that differ in what there is to choose."""
    changes: list[dict[str, str]] = [{}, {"page": "2"}, {"ranking-q": "Square"}]
    changes += [{"chart": one} for one in CHARTS] + [{"compared": one} for one in COMPARED]
    changes += [{"sort": one} for one in SORTS]
    kinds = sorted(
        {one[:2] for one in bundle.slices if one[:2] in CHOSEN or one[0] == CHOSEN[0][0]}
    )
    for (indicator, kind), change in product(kinds, changes):
        asked = urlencode(sorted(({"area_type": kind} | change).items()))
        yield f"/indicator/{indicator.replace('.', '/')}?{asked}"


def sliced(where: str, ending: str) -> Addresses:
    def found(bundle: Bundle) -> Iterator[str]:
        for indicator, kind, start, category in bundle.slices:
            yield f"/{where}/{indicator}/{kind}/{start}.{ending}?category={quote(category)}"

    return found


def csv_files(bundle: Bundle) -> Iterator[str]:
    for indicator, kind in sorted({one[:2] for one in bundle.slices}):
        yield f"/download/{indicator.replace('.', '/')}.csv?area_type={kind}"


def geojson_files(bundle: Bundle) -> Iterator[str]:
    for indicator, kind, start in sorted({one[:3] for one in bundle.slices}):
        asked = urlencode({"area_type": kind, "period": start})
        yield f"/download/{indicator.replace('.', '/')}.geojson?{asked}"


def artefacts(bundle: Bundle) -> Iterator[str]:
    for kind in bundle.said["area_types"]:
        yield from (f"/artefacts/{kind['artefact']}/{file}" for file in FILES if kind["artefact"])


def area_pages(bundle: Bundle) -> Iterator[str]:
    yield from (f"/area/{kind}/{code}" for kind, code in bundle.areas)


def compared(path: str) -> Addresses:
    """Every area beside nine others of its kind, in each theme that is measured of the kind."""

    def found(bundle: Bundle) -> Iterator[str]:
        themes = sorted({(kind, name.split(".")[0]) for name, kind, *_ in bundle.slices})
        for kind, theme in themes:
            codes = [code for of, code in bundle.areas if of == kind]
            for ten in (codes[at : at + 10] for at in range(0, len(codes), 10)):
                asked = [("area", f"{kind}/{code}") for code in ten]
                yield f"{path}?{urlencode([*asked, ('theme', theme)], safe='/')}"

    return found


def pictures_of_areas(bundle: Bundle) -> Iterator[str]:
    yield from (f"/locate/{kind}/{code}.png" for kind, code in bundle.hidden)


def only(*addresses: str) -> Addresses:
    return lambda _bundle: iter(addresses)


SEARCHED = ("", "?q=square", "?q=sqaure+cares", "?q=care", "?q=E01999007", "?q=nothing+like+it")
#: By the pattern in doors/web/urls.py.
PAGES: dict[str, Addresses] = {
    "": only("/", "/?nothing=1"),
    "indicators": only("/indicators"),
    "indicator/<str:theme>/<str:name>": indicator_pages,
    "area/<str:area_type>/<str:code>": area_pages,
    "about": only("/about"),
    "about/<str:product>": lambda bundle: (
        f"/about/{one['id']}" for one in bundle.said["products"]
    ),
    "glossary": only("/glossary"),
    "glossary/<str:term>": lambda bundle: (
        f"/glossary/{slug_of(term)}" for term in bundle.said["glossary"]
    ),
    "dictionary": only("/dictionary"),
    "catalogue": only("/catalogue", "/catalogue?kind=product", "/catalogue?q=care&owner=x"),
    "transparency": only("/transparency"),
    "privacy/<str:domain>": lambda bundle: (
        f"/privacy/{one['domain']}" for one in bundle.said["notices"]
    ),
    "transparency/<str:agreement>": lambda bundle: (
        f"/transparency/{one['id']}" for one in bundle.said["agreements"]
    ),
    "catalogue/definition/<str:definition>": lambda bundle: (
        f"/catalogue/definition/{one['name']}" for one in bundle.said["definitions"]
    ),
    "page/<str:name>": lambda bundle: (f"/page/{one['name']}" for one in bundle.said["pages"]),
    "search": only(*(f"/search{asked}" for asked in SEARCHED)),
    "compare": compared("/compare"),
    "accessibility": only("/accessibility"),
    "api/v1/docs": only("/api/v1/docs"),
    "send/<str:token>": only("/send/made.up"),
    "send/<str:token>/accept": only("/send/made.up/accept"),
    "send/<str:token>/sent/<str:number>": only("/send/made.up/sent/20260101-ABCDEF"),
    "send/<str:token>/template.xlsx": only("/send/made.up/template.xlsx"),
    **TAKING_PAGES,
    **CHANGES,
    r"^[\s\S]*$": only(*NOWHERE),
}
#: By the path in doors/web/data_app.py, without what chooses a release.
DATA: dict[str, Addresses] = {
    "/health": only("/health"),
    "/static/{path:path}": only("/static/dist/nothing.js"),
    "/artefacts/{folder}/{name}": artefacts,
    "/agreements.json": only("/agreements.json"),
    "/search.json": only(*(f"/search.json{asked}" for asked in SEARCHED)),
    "/theme.css": only("/theme.css"),
    "/favicon.svg": only("/favicon.svg"),
    "/logo.svg": only("/logo.svg"),
    "/logo.png": only("/logo.png"),
    "/values/{indicator}/{area_type}/{start}.f32": sliced("values", "f32"),
    "/classes/{indicator}/{area_type}/{start}.u8": sliced("classes", "u8"),
    "/map/{indicator}/{area_type}/{start}.png": sliced("map", "png"),
    "/locate/{area_type}/{code}.png": pictures_of_areas,
    "/download/compare.csv": compared("/download/compare.csv"),
    "/download/{theme}/{name}.csv": csv_files,
    "/download/{theme}/{name}.geojson": geojson_files,
    **TAKING,
    **API_OF_NEWEST,
    **API_BY_NUMBER,
    **FOUND,
    **FEEDS,
    **PACKS,
}
#: Of no release, or of two, so reached without one.
OF_NO_RELEASE = (
    *("/health", "/static/{path:path}", "/artefacts/{folder}/{name}"),
    *API_OF_NEWEST,
    *FOUND,
    *FEEDS,
    *PACKS,
)
#: Only reached within a release that is named.
OF_A_RELEASE = tuple(one for one in DATA if re.match(r"/(values|map|locate|download|beside)/", one))


def addresses(bundle: Bundle, release: int | None) -> Iterator[str]:
    """Every address of a release that is named, or of the newest without its name.

    Of one that is named, the pages of areas of which nothing is hidden are left out to save time:
    those of the newest are the same.
    """
    own = bundle.said["number"]
    for pattern, found in PAGES.items():
        named = release is not None and pattern.startswith("area/")
        if release is None or not (pattern.startswith("send/") or pattern in CHANGES):
            some = (f"/area/{kind}/{code}" for kind, code in bundle.hidden)
            yield from (_within(release, one, own) for one in (some if named else found(bundle)))
    for pattern, found in DATA.items():
        reached = pattern not in (OF_A_RELEASE if release is None else OF_NO_RELEASE)
        if reached:
            yield from (_within(release, one, own) for one in found(bundle))


def _within(release: int | None, address: str, own: int) -> str:
    if release is None:
        return address
    by_number = f"/api/v1/releases/{own}"
    says_so = address.startswith(by_number)
    begins = f"/api/v1/releases/{release}" if says_so else f"/r/{release}"
    return begins + (address.removeprefix(by_number) if says_so else address)


def expression(pattern: str) -> re.Pattern[str]:
    """A pattern of PAGES or DATA as one that a path is matched with."""
    if pattern.startswith("("):
        return re.compile(r"\Z\A")  # the page of whatever is not there
    parts = re.split(r"(<str:\w+>|\{\w+:path\}|\{\w+\})", pattern.removeprefix("/"))
    written = [re.escape(one) if not at % 2 else ".+" for at, one in enumerate(parts)]
    return re.compile("(/r/[0-9]+)?/?" + "".join(written) + r"\Z")


def is_known(path: str) -> bool:
    return any(expression(pattern).match(path) for pattern in (*PAGES, *DATA))
