"""P417 The term that a definition defines is in the glossary.

Why: a reader who meets the word looks there, and finds the rule that was agreed.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P417"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each definition of a term that glossary.yml does not have."""
    if draft.is_unread("glossary", ""):
        return
    known = {term.casefold() for term in draft.terms}
    for definition in draft.definitions.values():
        if definition.term.casefold() not in known:
            at = draft.at(definition.at, "term")
            yield unknown_name(
                "term of glossary.yml:", definition.term, known=draft.terms, code=CODE, at=at
            )
