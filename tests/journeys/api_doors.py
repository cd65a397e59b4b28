"""Every door of the API, and the addresses behind each: of the newest release, and of a number."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

Walked = Callable[[Any], Iterator[str]]
ROOT = "/api/v1"


def one(path: str) -> Walked:
    return lambda _bundle: iter((path,))


def indicators(bundle: Any) -> Iterator[str]:
    yield from (f"/indicators/{said['theme']}/{said['name']}" for said in bundle.said["indicators"])


def areas(bundle: Any) -> Iterator[str]:
    yield from (f"/areas/{kind}/{code}" for kind, code in bundle.hidden)


def lists_of_areas(bundle: Any) -> Iterator[str]:
    yield from ("/areas", "/areas?q=square", "/areas?limit=3")
    for kind in bundle.said["area_types"]:
        yield f"/areas?type={kind['code']}"


def observations(bundle: Any) -> Iterator[str]:
    """Every figure, as JSON and as CSV, and what is asked wrongly."""
    kinds = bundle.rows("select distinct indicator, area_type from observations order by all")
    for indicator, kind in kinds:
        asked = urlencode({"indicator": indicator, "area_type": kind})
        yield f"/observations?{asked}"
        yield f"/observations?{asked}&format=csv&limit=7"
    yield "/observations?indicator=care.nowhere&area_type=area&what=1"


def shapes(bundle: Any) -> Iterator[str]:
    yield from (f"/geometry/{kind['code']}" for kind in bundle.said["area_types"])


#: Of each release, by its path beneath the root or beneath a release.
OF_RELEASES: dict[str, Walked] = {
    "/indicators": one("/indicators"),
    "/indicators/{theme}/{name}": indicators,
    "/area-types": one("/area-types"),
    "/areas": lists_of_areas,
    "/areas/{type}/{code}": areas,
    "/observations": observations,
    "/geometry/{type}": shapes,
    "/tiles": one("/tiles"),
}


def newest(walked: Walked) -> Walked:
    return lambda bundle: (f"{ROOT}{path}" for path in walked(bundle))


def numbered(walked: Walked) -> Walked:
    return lambda bundle: (
        f"{ROOT}/releases/{bundle.said['number']}{path}" for path in walked(bundle)
    )


#: Reached without a release that is named.
API_OF_NEWEST: dict[str, Walked] = {
    ROOT: one(ROOT),
    **{f"{ROOT}{path}": one(f"{ROOT}{path}") for path in ("/openapi.json", "/releases")},
    f"{ROOT}/releases/latest": one(f"{ROOT}/releases/latest"),
    **{f"{ROOT}{path}": newest(walked) for path, walked in OF_RELEASES.items()},
}
#: Reached by the number of a release.
API_BY_NUMBER: dict[str, Walked] = {
    f"{ROOT}/releases/{{number}}": numbered(one("")),
    **{f"{ROOT}/releases/{{number}}{path}": numbered(found) for path, found in OF_RELEASES.items()},
}


def sitemaps(bundle: Any) -> Iterator[str]:
    yield "/sitemaps/pages.xml"
    yield from (f"/sitemaps/1-{kind['code']}.xml" for kind in bundle.said["area_types"])


def products(ending: str) -> Walked:
    def found(bundle: Any) -> Iterator[str]:
        yield from (f"/catalog/{said['id']}/{ending}" for said in bundle.said["products"])

    return found


def graphs(ending: str) -> Walked:
    addresses = (f"/catalog.{ending}", f"/catalog.{ending}?profile=ukgov")
    return lambda _bundle: iter(addresses)


#: For search engines; of the newest release.
FOUND: dict[str, Walked] = {
    "/robots.txt": one("/robots.txt"),
    "/sitemap.xml": one("/sitemap.xml"),
    "/catalog.jsonld": graphs("jsonld"),
    "/catalog.ttl": graphs("ttl"),
    "/catalog/lineage.ndjson": one("/catalog/lineage.ndjson"),
    "/catalog/{product}/csvw.json": products("csvw.json"),
    "/catalog/{product}/datapackage.json": products("datapackage.json"),
    "/glossary.ttl": one("/glossary.ttl"),
    "/glossary.jsonld": one("/glossary.jsonld"),
    "/sitemaps/{name}.xml": sitemaps,
}
