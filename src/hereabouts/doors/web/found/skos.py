"""The glossary for programs: SKOS as JSON-LD or Turtle, and rows for a spreadsheet.

An address of a term stands for it in other catalogues, so it has no release in it. All that
SKOS asks of a scheme is checked where the glossary is written: one preferred name a language,
which is none of the other names (S13, S14), and related terms that are neither above nor below
each other (S27); a scheme is no term (S9).

Source:
    W3C, SKOS Simple Knowledge Organization System Reference, 18 August 2009.
"""

import csv
import io
from collections.abc import Mapping
from typing import Any

from hereabouts.doors.web.glossary.concepts import Concept, concepts
from hereabouts.doors.web.links import Links
from hereabouts.model.spreadsheet_safety import safe_cell
from hereabouts.release.manifest_model import ReleaseManifest

Json = dict[str, Any]
CONTEXT: Json = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
COLUMNS = ("term", "means", "also_called", "owner", "broader", "related", "source", "address")


def skos(manifest: ReleaseManifest, *, site: str) -> Json:
    """The glossary as JSON-LD.

    Args:
        manifest: of the newest release.
        site: the site's public address, without a slash at its end.
    """
    known = concepts(manifest)
    scheme = {
        "@id": _scheme(site),
        "@type": "skos:ConceptScheme",
        "dct:title": _words(f"{manifest.place.title}: glossary", "en"),
        "dct:modified": {"@type": "xsd:dateTime", "@value": manifest.made_at.isoformat()},
        "skos:hasTopConcept": [_to(one, site) for one in known.values() if not one.broader],
    }
    language = manifest.place.languages[0]
    listed = (_concept(one, known, site, language) for one in known.values())
    return {"@context": CONTEXT, "@graph": [scheme, *listed]}


def _concept(concept: Concept, known: Mapping[str, Concept], site: str, language: str) -> Json:
    said = {
        "@id": _address(concept, site),
        "@type": "skos:Concept",
        "skos:inScheme": {"@id": _scheme(site)},
        "skos:topConceptOf": None if concept.broader else {"@id": _scheme(site)},
        "skos:prefLabel": _words(concept.term, language),
        "skos:altLabel": [_words(name, language) for name in concept.others],
        "skos:definition": _words(concept.means, language),
        "skos:broader": _to(known[concept.broader], site) if concept.broader else None,
        "skos:narrower": [_to(known[name], site) for name in concept.narrower],
        "skos:related": [_to(known[name], site) for name in concept.related],
        "dct:source": {"@id": concept.source} if concept.source else None,
        "dct:creator": _agent(concept.owner) if concept.owner else None,
    }
    return {name: value for name, value in said.items() if value not in (None, [])}


def _agent(owner: str) -> Json:
    return {"@type": "foaf:Agent", "foaf:name": owner}


def _scheme(site: str) -> str:
    return f"{site}{_newest().glossary()}"


def _to(concept: Concept, site: str) -> Json:
    return {"@id": _address(concept, site)}


def _address(concept: Concept, site: str) -> str:
    return f"{site}{_newest().term(concept.slug)}"


def _newest() -> Links:
    """Addresses of whatever release is the newest."""
    return Links(number=0, versioned=False)


def _words(text: str, language: str) -> Json:
    return {"@value": text, "@language": language}


def glossary_rows(manifest: ReleaseManifest, *, site: str) -> str:
    """The glossary as CSV: a term a line, its other names and related terms between semicolons."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in concepts(manifest).values():
        several = ("; ".join(one.others), one.owner, one.broader, "; ".join(one.related))
        row = (one.term, one.means, *several, one.source, _address(one, site))
        writer.writerow(map(safe_cell, row))
    return text.getvalue()
