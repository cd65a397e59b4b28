"""Records of the UK model as a graph: JSON-LD with the model's own terms.

One graph cannot be right for this model and for DCAT-AP: here the rights of access are a word and
the identifier is an address; there it is the other way round.
"""

from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web.found.parties import party, publisher
from hereabouts.doors.web.found.ukgov import Records, ukgov_records
from hereabouts.doors.web.visit import Visit

Json = dict[str, Any]
CONTEXT: Json = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "freq": "http://purl.org/cld/freq/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "ukm": "https://w3id.org/co-cddo/ukgov-metadata-exchange-model/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Key of a record -> its property, where the value is words.
_WORDS = {
    "title": "dct:title",
    "alternativeTitle": "dct:alternative",
    "description": "dct:description",
    "summary": "rdfs:comment",
    "keyword": "dcat:keyword",
    "licence": "dct:license",
    "version": "dcat:version",
    "accessRights": "dct:accessRights",
    "securityClassification": "ukm:securityClassification",
    "mediaType": "dcat:mediaType",
}
#: The same where it is an address.
_ADDRESSES = {
    "identifier": "dct:identifier",
    "creator": "dct:creator",
    "publisher": "dct:publisher",
    "relatedResource": "dct:relation",
    "distribution": "dcat:distribution",
    "downloadURL": "dcat:downloadURL",
    "updateFrequency": "dct:accrualPeriodicity",
}


def ukgov_catalogue(visit: Visit, *, site: str) -> Json:
    """The whole catalogue in the UK model.

    Args:
        visit: the newest release.
        site: the site's public address, without a slash at its end.
    """
    records = ukgov_records(visit, site=site)
    return {
        "@context": CONTEXT,
        "@graph": [
            _catalogue(visit, records, site),
            *map(node, records.datasets),
            *map(node, records.distributions),
            *_organisations(visit, site),
        ],
    }


def node(record: Mapping[str, Any]) -> Json:
    """One record as a node."""
    said: Json = {"@id": record["identifier"], "@type": record["type"]}
    for key, name in _WORDS.items():
        said |= {name: record[key]} if key in record else {}
    for key, name in _ADDRESSES.items():
        said |= {name: _addresses(record[key])} if key in record else {}
    if "modified" in record:
        said["dct:modified"] = {"@type": "xsd:date", "@value": record["modified"]}
    if asked := record.get("contactPoint"):
        said["dcat:contactPoint"] = {
            "@type": "vcard:Kind",
            "vcard:fn": asked["contactName"],
            "vcard:hasEmail": asked["email"],
        }
    return said


def _catalogue(visit: Visit, records: Records, site: str) -> Json:
    manifest = visit.manifest
    return {
        "@id": f"{site}/catalog.ttl?profile=ukgov",
        "@type": "dcat:Catalog",
        "dct:title": manifest.place.title,
        "dct:description": manifest.place.description or manifest.place.title,
        "dct:publisher": {"@id": publisher(manifest, site).iri},
        "dcat:dataset": [{"@id": one["identifier"]} for one in records.datasets],
    }


def _organisations(visit: Visit, site: str) -> list[Json]:
    """What stands for each organisation, and its name: no list that others have holds these."""
    manifest = visit.manifest
    parties = [publisher(manifest, site), *(party(one, site) for one in manifest.organisations)]
    return [
        {"@id": one.iri, "@type": "foaf:Organization", "dct:title": one.name}
        for one in dict.fromkeys(parties)
    ]


def _addresses(said: str | list[str]) -> Json | list[Json]:
    return [{"@id": one} for one in said] if isinstance(said, list) else {"@id": said}
