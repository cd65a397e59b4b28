"""P510 A term that another names, or that dictionary.yml names, is in glossary.yml.

Why: a reader who follows a word must arrive at what it means.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.term import Term
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P510"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each term that is named and not explained."""
    if draft.is_unread("glossary", ""):
        return
    for name, at in (*_in_the_glossary(draft), *_in_the_dictionary(draft)):
        if name and name not in draft.terms:
            yield unknown_name("term of glossary.yml:", name, known=draft.terms, code=CODE, at=at)


def _in_the_glossary(draft: Draft) -> Iterator[tuple[str, Location]]:
    for term in draft.terms.values():
        yield term.broader, _at(draft, term, "broader")
        for number, name in enumerate(term.related):
            yield name, _at(draft, term, "related", number)


def _in_the_dictionary(draft: Draft) -> Iterator[tuple[str, Location]]:
    dictionary = draft.dictionary
    for part, named in (("entities", dictionary.entities), ("fields", dictionary.fields)):
        for name, one in named.items():
            yield one.term, draft.at(one.at, part, name, "term")


def _at(draft: Draft, term: Term, *steps: str | int) -> Location:
    return draft.at(term.at, term.name, *steps)
