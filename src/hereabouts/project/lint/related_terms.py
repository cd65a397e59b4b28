"""P515 Related terms are two, and neither is broader than the other.

Why: broader says more than related, and catalogues refuse a glossary that says both.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.broader import broader_of
from hereabouts.project.draft import Draft

CODE = "P515"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each related term that is the term itself, or above or below it."""
    for term in draft.terms.values():
        above = broader_of(term.name, terms=draft.terms)
        for number, name in enumerate(term.related):
            below = term.name in broader_of(name, terms=draft.terms)
            if name == term.name or name in above or below:
                yield ProjectError(
                    f"{term.name!r} is more than related to {name!r}",
                    code=CODE,
                    do="take it away from `related`",
                    at=draft.at(term.at, term.name, "related", number),
                )
