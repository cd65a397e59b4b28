"""All that is published, as a DCAT 3 catalogue in JSON-LD, for catalogues of others to harvest.

One node each for the publisher, the API, every indicator and every product. Whatever is named by
its address says what it is, as the application profile of European portals, DCAT-AP, asks.

Source:
    W3C, Data Catalog Vocabulary (DCAT), version 3; SEMIC, DCAT-AP 3.0.0; JSON-LD 1.1.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from hereabouts.doors.web.files import csv_file, json_file, parquet_file
from hereabouts.doors.web.found.dcat_nodes import (
    Json,
    agent,
    day,
    described,
    how_often,
    licence_of_file,
    licences,
    modified,
    newest,
    point,
    rights,
    rights_of_file,
    spatial,
    typed,
    without_nothing,
    words,
)
from hereabouts.doors.web.found.dcat_terms import access_iri, media_iri
from hereabouts.doors.web.found.parties import contact, creators, publisher
from hereabouts.doors.web.visit import Visit
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedProduct

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
        visit: the newest release; its products and observed indicators are listed.
        site: the site's public address, without a slash at its end.
    """
    manifest, place = visit.manifest, visit.manifest.place
    indicators = [_indicator(visit, one, site) for one in manifest.observed]
    products = [_product(visit, one, site) for one in manifest.products]
    return {
        "@context": CONTEXT,
        "@id": f"{site}/catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": words(place.title),
        "dct:description": words(place.description or place.title),
        "dct:publisher": agent(publisher(manifest, site)),
        "dct:modified": modified(visit),
        "dct:spatial": spatial(visit),
        "foaf:homepage": typed("foaf:Document", f"{site}/"),
        "dcat:service": _api(visit, site, indicators),
        "dcat:dataset": [*indicators, *products],
    }


def _api(visit: Visit, site: str, indicators: list[Json]) -> Json:
    return {
        "@id": f"{site}/api/v1",
        "@type": ["dcat:DataService", "rdfs:Resource"],
        "dct:title": words(f"{visit.manifest.place.title}: API"),
        "dcat:endpointURL": typed("rdfs:Resource", f"{site}/api/v1"),
        "dcat:endpointDescription": typed("rdfs:Resource", f"{site}/api/v1/openapi.json"),
        "dcat:servesDataset": [{"@id": one["@id"]} for one in indicators],
    }


def _indicator(visit: Visit, indicator: ReleasedIndicator, site: str) -> Json:
    """An indicator, with a distribution for each kind of area and format."""
    page = f"{site}{newest(visit).indicator(indicator)}"
    products = tuple(one for one in map(visit.manifest.product, indicator.products) if one)
    about = (f"{indicator.title}, {indicator.unit}.", indicator.why, *indicator.notes)
    said = _dataset(visit, page, products, site) | {
        "dct:title": words(indicator.title),
        "dct:description": words(described(about, synthetic=indicator.synthetic)),
        "dct:identifier": indicator.id,
        "dcat:version": str(visit.manifest.number),
        "dct:accessRights": typed("dct:RightsStatement", access_iri(Sensitivity.OPEN.value)),
        "dcat:keyword": [words(one) for one in (indicator.theme, indicator.short_title)],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": day(min(one.start for one in indicator.periods)),
            "dcat:endDate": day(max(one.end for one in indicator.periods) - timedelta(days=1)),
        },
        "prov:wasDerivedFrom": [
            {"@id": f"{site}{newest(visit).product(one.id)}#dataset"} for one in products
        ],
        "dcat:distribution": list(_files(visit, indicator, products, site)),
    }
    return without_nothing(said | how_often(products))


def _product(visit: Visit, product: ReleasedProduct, site: str) -> Json:
    """A product behind the release. Its rows are not published, so it has no distribution."""
    page = f"{site}{newest(visit).product(product.id)}"
    about = (f"{product.title}.", product.purpose, product.limitations)
    said = _dataset(visit, page, (product,), site) | {
        "dct:title": words(product.title),
        "dct:description": words(described(about, synthetic=product.synthetic)),
        "dct:identifier": product.id,
        "dcat:version": product.version or str(visit.manifest.number),
        "dct:accessRights": typed("dct:RightsStatement", access_iri(product.sensitivity)),
        "dct:license": licences([product]),
        "dct:rights": rights([product]),
        "prov:wasDerivedFrom": [
            {"@id": f"{site}{newest(visit).product(name)}#dataset"}
            for name in product.inputs
            if visit.manifest.product(name)
        ],
    }
    return without_nothing(said | how_often([product]))


def _dataset(visit: Visit, page: str, products: tuple[ReleasedProduct, ...], site: str) -> Json:
    """What every dataset says."""
    manifest = visit.manifest
    return {
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dcat:landingPage": typed("foaf:Document", page),
        "dct:publisher": agent(publisher(manifest, site)),
        "dct:creator": [agent(one) for one in creators(manifest, products, site)],
        "dcat:contactPoint": point(contact(visit, products[0] if products else None)),
        "dct:modified": modified(visit),
        "dct:spatial": spatial(visit),
    }


def _files(
    visit: Visit, indicator: ReleasedIndicator, products: Iterable[ReleasedProduct], site: str
) -> Iterator[Json]:
    """Files of this release, so that none ever changes under its address."""
    products, whole = list(products), newest(visit).indicator(indicator)
    for kind in visit.manifest.area_types:
        if kind.code not in indicator.area_types:
            continue
        for ending, media_type in FILES.items():
            file = visit.links.download(indicator, ending=ending, area_type=kind.code, period=None)
            page = newest(visit).indicator(indicator, area_type=kind.code)
            yield without_nothing(
                {
                    "@id": f"{site}{file}#distribution",
                    "@type": "dcat:Distribution",
                    "dct:title": words(f"{kind.plural}, every period, {ending.upper()}"),
                    "dcat:accessURL": typed("rdfs:Resource", f"{site}{page}"),
                    "dcat:downloadURL": typed("rdfs:Resource", f"{site}{file}"),
                    "dcat:mediaType": typed("dct:MediaType", media_iri(media_type)),
                    "dct:license": licence_of_file(products, f"{site}{whole}"),
                    "dct:rights": rights_of_file(products),
                }
            )
