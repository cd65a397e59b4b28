"""P514 A name is that of one term, and every term has an address of its own.

Why: a word on a page leads to one meaning. Capitals, accents and spaces make no other address.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.term import Term, slug_of
from hereabouts.project.draft import Draft

CODE = "P514"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each name that is taken already, in the order of the file."""
    taken: dict[str, str] = {}  # what stands for a name in an address -> its term
    for term in draft.terms.values():
        first = taken.setdefault(slug_of(term.name), term.name)
        if not slug_of(term.name):
            yield _problem(draft, term, f"{term.name!r} has no letter that an address could have")
        elif first != term.name:
            yield _problem(draft, term, f"{term.name!r} and {first!r} have one address")
    for term in draft.terms.values():
        for name in filter(slug_of, term.names[1:]):
            first = taken.setdefault(slug_of(name), term.name)
            if first != term.name:
                yield _problem(draft, term, f"{name!r} is the name of {first!r} already")


def _problem(draft: Draft, term: Term, words: str) -> ProjectError:
    do = "give one of the two another name, or make them one term"
    return ProjectError(words, code=CODE, do=do, at=draft.at(term.at, term.name))
