"""A glossary that lint lets through is one that SKOS lets through."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hereabouts.doors.web.found.skos import skos
from hereabouts.errors import Location
from hereabouts.model.term import Term
from hereabouts.project.draft import Draft
from hereabouts.project.lint import broader_circle, known_terms, one_term_per_name, related_terms
from hereabouts.release.manifest_model import ReleaseManifest
from hereabouts.release.manifest_parsing import parse_manifest
from hereabouts.release.manifest_words import ReleasedTerm
from tests.unit.doors.small_manifest import manifest

SITE = "https://place.example.org"
RULES = (known_terms, broader_circle, one_term_per_name, related_terms)
SMALL = parse_manifest(manifest(1, "open", "Place"))
NAMES = ("Member", "Reader (R)", "Café", "Card", "Loan")


@st.composite
def glossaries(draw: st.DrawFn) -> dict[str, Term]:
    """Terms that may be below any before them and related to any: lint refuses some of them."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    return {
        name: Term(
            name=name,
            means="Something.",
            broader=draw(st.sampled_from(("", *names[:number]))),
            related=tuple(draw(st.lists(st.sampled_from(names), max_size=1))),
            also_called=tuple(draw(st.sampled_from(((), (f"Other {number}",), ("R",))))),
            at=Location("glossary.yml"),
        )
        for number, name in enumerate(names)
    }


def is_let_through(terms: Mapping[str, Term]) -> bool:
    draft = Draft(
        root="",
        files=(),
        documents={},
        place=None,
        products={},
        indicators={},
        policies={},
        pages={},
        terms=terms,
        unread=frozenset(),
    )
    return not any(problem for rule in RULES for problem in rule.check(draft))


def released(terms: Mapping[str, Term]) -> ReleaseManifest:
    return replace(
        SMALL,
        glossary={name: term.means for name, term in terms.items()},
        also_called={name: term.also_called for name, term in terms.items()},
        terms={
            name: ReleasedTerm(broader=term.broader, related=term.related)
            for name, term in terms.items()
        },
    )


def pairs(graph: list[dict[str, Any]], name: str) -> set[tuple[str, str]]:
    return set(_pairs(graph, name))


def _pairs(graph: list[dict[str, Any]], name: str) -> Iterator[tuple[str, str]]:
    for node in graph:
        said = node.get(f"skos:{name}", [])
        yield from ((node["@id"], to["@id"]) for to in (said if isinstance(said, list) else [said]))


def further(steps: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Everything that can be reached, in one step or more."""
    while more := {(a, d) for a, b in steps for c, d in steps if b == c} - steps:
        steps = steps | more
    return steps


@settings(max_examples=50)
@given(glossaries())
def test_what_lint_lets_through_skos_does(terms: dict[str, Term]) -> None:
    assume(is_let_through(terms))
    scheme, *nodes = skos(released(terms), site=SITE)["@graph"]
    ids = [node["@id"] for node in nodes]
    assert len(ids) == len({*ids, scheme["@id"]}) - 1 == len(terms)  # S9, and no two are one
    for node in nodes:
        others = [one["@value"] for one in node.get("skos:altLabel", [])]
        assert node["skos:prefLabel"]["@value"] not in others  # S13
    broader, related = pairs(nodes, "broader"), pairs(nodes, "related")
    assert {(b, a) for a, b in broader} == pairs(nodes, "narrower")
    assert {(b, a) for a, b in related} == related
    above = further(broader)
    assert not any(a == b for a, b in above)
    assert not related & (above | {(b, a) for a, b in above})  # S27
    assert {b for _, b in (*broader, *related)} <= set(ids)
