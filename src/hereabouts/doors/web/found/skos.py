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
from typing import Any

from hereabouts.doors.web.glossary.concepts import Concept, concepts_of
from hereabouts.doors.web.links import Links
from hereabouts.model.spreadsheet_safety import safe_cell
from hereabouts.release.reader import ReleaseReader

Json = dict[str, Any]
CONTEXT: Json = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
COLUMNS = (*("term", "means", "also_called", "owner", "broader", "related", "source", "address"),)


def skos(reader: ReleaseReader, *, site: str) -> Json:
    """The glossary as JSON-LD.

    Args:
        reader: the newest release.
        site: the site's public address, without a slash at its end.
    """
    manifest, concepts = reader.manifest, concepts_of(reader)
    scheme = {
        "@id": _scheme(site),
        "@type": "skos:ConceptScheme",
        "dct:title": _words(f"{manifest.place.title}: glossary", "en"),
        "dct:modified": {"@type": "xsd:dateTime", "@value": manifest.made_at.isoformat()},
        "skos:hasTopConcept": [_to(one, site) for one in concepts.values() if not one.broader],
    }
    return {
        "@context": CONTEXT,
        "@graph": [scheme, *(_concept(one, reader, site) for one in concepts.values())],
    }


def _concept(concept: Concept, reader: ReleaseReader, site: str) -> Json:
    concepts, language = concepts_of(reader), reader.manifest.place.languages[0]
    others = {name.casefold(): name for name in concept.others}
    said = {
        "@id": _address(concept, site),
        "@type": "skos:Concept",
        "skos:inScheme": {"@id": _scheme(site)},
        "skos:topConceptOf": None if concept.broader else {"@id": _scheme(site)},
        "skos:prefLabel": _words(concept.term, language),
        "skos:altLabel": [
            _words(name, language)
            for folded, name in others.items()
            if folded != concept.term.casefold()
        ],
        "skos:definition": _words(concept.means, language),
        "skos:broader": _to(concepts[concept.broader], site) if concept.broader else None,
        "skos:narrower": [_to(concepts[name], site) for name in concept.narrower],
        "skos:related": [_to(concepts[name], site) for name in concept.related],
        "dct:source": {"@id": concept.source} if concept.source else None,
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": concept.owner}
        if concept.owner
        else None,
    }
    return {name: value for name, value in said.items() if value not in (None, [])}


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


def glossary_rows(reader: ReleaseReader, *, site: str) -> str:
    """The glossary as CSV: a term a line, its other names and related terms between semicolons."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in concepts_of(reader).values():
        several = ("; ".join(one.others), one.owner, one.broader, "; ".join(one.related))
        row = (one.term, one.means, *several, one.source, _address(one, site))
        writer.writerow(map(safe_cell, row))
    return text.getvalue()
