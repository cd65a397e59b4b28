"""All that is published, as a DCAT 3 catalogue in JSON-LD, for catalogues of others to harvest.

One node each for the publisher, the API, every indicator and every open product. What more a
profile asks for, such as DCAT-AP, is added to these functions; the terms are in `dcat_terms`.

Source:
    W3C, Data Catalog Vocabulary (DCAT), version 3; JSON-LD 1.1.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from hereabouts.doors.web.files import csv_file, json_file, parquet_file
from hereabouts.doors.web.found.dcat_terms import PUBLIC, frequency_iri, licence_iri, media_iri
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.visit import Visit
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.model.time_span import read_span
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedProduct

Json = dict[str, Any]
#: Those for programs; the others are on the page.
FILES = {"csv": csv_file.KIND, "json": json_file.KIND, "parquet": parquet_file.KIND}
CONTEXT: Json = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(visit: Visit, *, site: str) -> Json:
    """The whole catalogue.

    Args:
        visit: the newest release; its open products and observed indicators are listed.
        site: the site's public address, without a slash at its end.
    """
    manifest, place = visit.manifest, visit.manifest.place
    indicators = [_indicator(visit, one, site) for one in manifest.observed]
    products = [_product(visit, one, site) for one in _open_products(visit)]
    return {
        "@context": CONTEXT,
        "@id": f"{site}/catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _words(place.title),
        "dct:description": _words(place.description or place.title),
        "dct:publisher": _publisher(visit, site),
        "dct:modified": _modified(visit),
        "dct:spatial": _spatial(visit),
        "foaf:homepage": {"@id": f"{site}/"},
        "dcat:service": {
            "@id": f"{site}/api/v1",
            "@type": "dcat:DataService",
            "dct:title": _words(f"{place.title}: API"),
            "dcat:endpointURL": {"@id": f"{site}/api/v1"},
            "dcat:endpointDescription": {"@id": f"{site}/api/v1/openapi.json"},
            "dcat:servesDataset": [{"@id": one["@id"]} for one in indicators],
        },
        "dcat:dataset": [*indicators, *products],
    }


def _indicator(visit: Visit, indicator: ReleasedIndicator, site: str) -> Json:
    """An indicator, with a distribution for each kind of area and format."""
    page = f"{site}{_newest(visit).indicator(indicator)}"
    products = [one for one in map(visit.manifest.product, indicator.products) if one]
    words = (f"{indicator.title}, {indicator.unit}.", indicator.why, *indicator.notes)
    open_ones = [one for one in products if _is_open(one)]
    said = _dataset(visit, page, site) | {
        "dct:title": _words(indicator.title),
        "dct:description": _words(_described(words, synthetic=indicator.synthetic)),
        "dct:identifier": indicator.id,
        "dcat:keyword": [_words(one) for one in (indicator.theme, indicator.short_title)],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(min(one.start for one in indicator.periods)),
            "dcat:endDate": _day(max(one.end for one in indicator.periods) - timedelta(days=1)),
        },
        "prov:wasDerivedFrom": [
            {"@id": f"{site}{_newest(visit).product(one.id)}#dataset"} for one in open_ones
        ],
        "dcat:distribution": list(_files(visit, indicator, products, site)),
    }
    return _without_nothing(said | _how_often(products))


def _product(visit: Visit, product: ReleasedProduct, site: str) -> Json:
    """A product behind the release. Its rows are not published, so it has no distribution."""
    page = f"{site}{_newest(visit).product(product.id)}"
    words = (f"{product.title}.", product.purpose, product.limitations)
    owner = {"@type": "vcard:Organization", "vcard:fn": product.owner} if product.owner else None
    said = _dataset(visit, page, site) | {
        "dct:title": _words(product.title),
        "dct:description": _words(_described(words, synthetic=product.synthetic)),
        "dct:identifier": product.id,
        "dcat:contactPoint": owner,
        "dct:license": _licences([product]),
        "dct:rights": _rights([product]),
    }
    return _without_nothing(said | _how_often([product]))


def _dataset(visit: Visit, page: str, site: str) -> Json:
    """What every dataset says."""
    return {
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dcat:landingPage": {"@id": page},
        "dct:publisher": {"@id": f"{site}/#publisher"},
        "dct:modified": _modified(visit),
        "dcat:version": str(visit.manifest.number),
        "dct:spatial": _spatial(visit),
        "dct:accessRights": {"@id": PUBLIC},
    }


def _files(
    visit: Visit, indicator: ReleasedIndicator, products: list[ReleasedProduct], site: str
) -> Iterator[Json]:
    """Files of this release, so that none ever changes under its address."""
    for kind in visit.manifest.area_types:
        if kind.code not in indicator.area_types:
            continue
        for ending, media_type in FILES.items():
            file = visit.links.download(indicator, ending=ending, area_type=kind.code, period=None)
            page = _newest(visit).indicator(indicator, area_type=kind.code)
            yield _without_nothing(
                {
                    "@type": "dcat:Distribution",
                    "dct:title": _words(f"{kind.plural}, every period, {ending.upper()}"),
                    "dcat:accessURL": {"@id": f"{site}{page}"},
                    "dcat:downloadURL": {"@id": f"{site}{file}"},
                    "dcat:mediaType": {"@id": media_iri(media_type)},
                    "dct:license": _licences(products),
                    "dct:rights": _rights(products),
                }
            )


def _publisher(visit: Visit, site: str) -> Json:
    place = visit.manifest.place
    name = place.organisation or place.title
    return {"@id": f"{site}/#publisher", "@type": "foaf:Agent", "foaf:name": name}


def _spatial(visit: Visit) -> Json:
    """The place by its name, and the box round it where there is a map of it."""
    place: Json = {"@type": "dct:Location", "rdfs:label": _words(visit.manifest.place.title)}
    for kind in visit.manifest.area_types:
        about = visit.artefacts.file(kind.artefact or "", name="areas.json")
        if bounds := json.loads(about.read_bytes()).get("bounds") if about else None:
            return place | {"dcat:bbox": {"@type": "geo:wktLiteral", "@value": _box(*bounds)}}
    return place


def _box(west: float, south: float, east: float, north: float) -> str:
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return f"POLYGON(({','.join(f'{x} {y}' for x, y in ring)}))"


def _how_often(products: Iterable[ReleasedProduct]) -> Json:
    """The shortest time in which one of the products is promised again."""
    spans = [(span, one) for one in products if (span := read_span(one.frequency))]
    if not spans:
        return {}
    iri = frequency_iri(min(spans, key=lambda pair: pair[0].about)[1].frequency)
    return {"dct:accrualPeriodicity": {"@id": iri}} if iri else {}


def _licences(products: Iterable[ReleasedProduct]) -> list[Json]:
    """Each licence once: by its address, or in the words of the contract."""
    names = dict.fromkeys(one.licence for one in products if one.licence)
    return [
        {"@id": iri}
        if (iri := licence_iri(name))
        else {"@type": "dct:LicenseDocument", "rdfs:label": name}
        for name in names
    ]


def _rights(products: Iterable[ReleasedProduct]) -> list[Json]:
    """Whom to thank, in the words of the contracts."""
    thanked = dict.fromkeys(one.attribution for one in products if one.attribution)
    return [{"@type": "dct:RightsStatement", "rdfs:label": words} for words in thanked]


def _described(words: Iterable[str], *, synthetic: bool) -> str:
    made_up = "These figures are made up and describe nobody." if synthetic else ""
    return " ".join(filter(None, (*words, made_up)))


def _open_products(visit: Visit) -> Iterator[ReleasedProduct]:
    return (one for one in visit.manifest.products if _is_open(one))


def _is_open(product: ReleasedProduct) -> bool:
    return product.sensitivity == Sensitivity.OPEN.value


def _newest(visit: Visit) -> Links:
    return Links(number=visit.manifest.number, versioned=False)


def _modified(visit: Visit) -> Json:
    return {"@type": "xsd:dateTime", "@value": visit.manifest.made_at.isoformat()}


def _day(day: Any) -> Json:
    return {"@type": "xsd:date", "@value": day.isoformat()}


def _words(text: str) -> Json:
    return {"@value": text, "@language": "en"}


def _without_nothing(said: Json) -> Json:
    return {name: value for name, value in said.items() if value not in (None, [], "")}
