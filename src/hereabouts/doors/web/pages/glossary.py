"""The words that a place explains: all of them, and one with where it is used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.glossary.concepts import Concept, concept_at, concepts_of
from hereabouts.doors.web.glossary.linked_words import WordLinks
from hereabouts.doors.web.glossary.uses import Uses, uses_of
from hereabouts.doors.web.languages import gettext, ngettext
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.visit import PageAnswer, Visit

Linked = tuple[str, str]  # words, and where they lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A term in the list of all."""

    concept: Concept
    href: str
    meaning: Markup  # with links to other terms
    used: str  # in how many places, in words


def glossary(visit: Visit) -> PageAnswer:
    """Every term, in the order of the alphabet."""
    visit.asked()
    uses = uses_of(visit.reader)
    return PageAnswer(
        "glossary.html",
        {
            "title": gettext("Glossary"),
            "terms": [_listed(visit, one, uses) for one in concepts_of(visit.reader).values()],
            "dictionary": visit.manifest.dictionary,
            "files": _files(visit.links),
            "current": "glossary",
        },
    )


def _listed(visit: Visit, concept: Concept, uses: Mapping[str, Uses]) -> Listed:
    count = uses[concept.term].count if concept.term in uses else 0
    return Listed(
        concept=concept,
        href=visit.links.term(concept.slug),
        meaning=WordLinks(visit, but=concept.term)(concept.means),
        used=ngettext("Used in %(num)s place", "Used in %(num)s places", count) if count else "",
    )


def _files(links: Links) -> list[Linked]:
    return [
        (gettext("SKOS as Turtle"), links.glossary_file("ttl")),
        (gettext("SKOS as JSON-LD"), links.glossary_file("jsonld")),
    ]


def term_page(visit: Visit, *, term: str) -> PageAnswer:
    """One term: what it means, who says so, and where it is used. `term` is its slug.

    Raises:
        AddressError: W420, the release's glossary has no such term.
    """
    visit.asked()
    concept = concept_at(visit.reader, term)
    if concept is None:
        raise not_found(
            "the glossary of this release has no such word", code="W420", do="see all its words"
        )
    uses = uses_of(visit.reader).get(concept.term, Uses())
    return PageAnswer(
        "term.html",
        {
            "title": concept.term,
            "concept": concept,
            "meaning": WordLinks(visit, but=concept.term)(concept.means),
            "broader": _terms(visit, [concept.broader] if concept.broader else []),
            "narrower": _terms(visit, concept.narrower),
            "related": _terms(visit, concept.related),
            "used": _used(visit.links, uses),
            "in_dictionary": _in_dictionary(visit.links, uses),
            "current": "glossary",
        },
    )


def _terms(visit: Visit, terms: Iterable[str]) -> list[Linked]:
    concepts = concepts_of(visit.reader)
    return [(term, visit.links.term(concepts[term].slug)) for term in terms]


def _used(links: Links, uses: Uses) -> list[tuple[str, list[Linked]]]:
    """What uses the term, by kind."""
    kinds = [
        (gettext("Pages"), [(one.title, links.declared(one.name)) for one in uses.pages]),
        (gettext("Indicators"), [(one.title, links.indicator(one)) for one in uses.indicators]),
        (gettext("Products"), [(one.title, links.product(one.id)) for one in uses.products]),
    ]
    return [(heading, listed) for heading, listed in kinds if listed]


def _in_dictionary(links: Links, uses: Uses) -> list[Linked]:
    entities = [(one.title, links.dictionary(f"entity-{one.name}")) for one in uses.entities]
    return entities + [(one.title, links.dictionary(f"field-{one.name}")) for one in uses.fields]
