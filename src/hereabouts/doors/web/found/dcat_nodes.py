"""The nodes that every dataset of a catalogue has: agents, contacts, dates, places, licences."""

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from hereabouts.doors.web.found.dcat_terms import frequency_iri, licence_iri
from hereabouts.doors.web.found.parties import Contact, Party
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.visit import Visit
from hereabouts.model.time_span import read_span
from hereabouts.release.manifest_model import ReleasedProduct

Json = dict[str, Any]


def typed(kind: str, iri: str) -> Json:
    """What is at an address, and what kind of thing it is."""
    return {"@id": iri, "@type": kind}


def agent(party: Party) -> Json:
    """An organisation."""
    return {"@id": party.iri, "@type": "foaf:Agent", "foaf:name": party.name}


def point(contact: Contact) -> Json:
    """Whom to ask."""
    said = {"@type": ["vcard:Organization", "vcard:Kind"], "vcard:fn": contact.name}
    email = {"vcard:hasEmail": {"@id": f"mailto:{contact.email}"}} if contact.email else {}
    return {**said, **email}


def newest(visit: Visit) -> Links:
    """Addresses of the newest release, in the site's main language."""
    return Links(number=visit.manifest.number, versioned=False)


def modified(visit: Visit) -> Json:
    """When the release was made."""
    return {"@type": "xsd:dateTime", "@value": visit.manifest.made_at.isoformat()}


def day(said: date) -> Json:
    """A day."""
    return {"@type": "xsd:date", "@value": said.isoformat()}


def words(text: str) -> Json:
    """Words in English."""
    return {"@value": text, "@language": "en"}


def described(about: Iterable[str], *, synthetic: bool) -> str:
    """Sentences that say what it is, and whether it is made up."""
    made_up = "These figures are made up and describe nobody." if synthetic else ""
    return " ".join(filter(None, (*about, made_up)))


def spatial(visit: Visit) -> Json:
    """The place by its name, and the box round it where there is a map of it."""
    place: Json = {"@type": "dct:Location", "rdfs:label": words(visit.manifest.place.title)}
    for kind in visit.manifest.area_types:
        about = visit.artefacts.file(kind.artefact or "", name="areas.json")
        if bounds := json.loads(about.read_bytes()).get("bounds") if about else None:
            return place | {"dcat:bbox": {"@type": "geo:wktLiteral", "@value": _box(*bounds)}}
    return place


def _box(west: float, south: float, east: float, north: float) -> str:
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return f"POLYGON(({','.join(f'{x} {y}' for x, y in ring)}))"


def how_often(products: Iterable[ReleasedProduct]) -> Json:
    """The shortest time in which one of the products is promised again."""
    iri = frequency_iri(most_often(products))
    return {"dct:accrualPeriodicity": typed("dct:Frequency", iri)} if iri else {}


def most_often(products: Iterable[ReleasedProduct]) -> str:
    """The promise of the product that comes most often; empty where none promises anything."""
    spans = [(span, one.frequency) for one in products if (span := read_span(one.frequency))]
    return min(spans, key=lambda pair: pair[0].about)[1] if spans else ""


def licences(products: Iterable[ReleasedProduct]) -> list[Json]:
    """Each licence once: by its address, or in the words of the contract."""
    names = dict.fromkeys(one.licence for one in products if one.licence)
    return [
        typed("dct:LicenseDocument", iri)
        if (iri := licence_iri(name))
        else {"@type": "dct:LicenseDocument", "rdfs:label": name}
        for name in names
    ]


def rights(products: Iterable[ReleasedProduct]) -> list[Json]:
    """Whom to thank, in the words of the contracts."""
    thanked = dict.fromkeys(one.attribution for one in products if one.attribution)
    return [{"@type": "dct:RightsStatement", "rdfs:label": said} for said in thanked]


def licence_of_file(products: Collection[ReleasedProduct], page: str) -> list[Json]:
    """One licence, as DCAT-AP has it of a file; of several, the page that names them all."""
    found = licences(products)
    if len(found) < 2:
        return found
    names = "; ".join(dict.fromkeys(one.licence for one in products if one.licence))
    return [typed("dct:LicenseDocument", f"{page}#licence") | {"rdfs:label": names}]


def rights_of_file(products: Collection[ReleasedProduct]) -> list[Json]:
    """Whom to thank, in one statement, as DCAT-AP has it of a file."""
    found = "; ".join(one["rdfs:label"] for one in rights(products))
    return [{"@type": "dct:RightsStatement", "rdfs:label": found}] if found else []


def without_nothing(said: Json) -> Json:
    """What has something to say."""
    return {name: value for name, value in said.items() if value not in (None, [], "")}
