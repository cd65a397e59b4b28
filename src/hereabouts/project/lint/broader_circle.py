"""P513 No term is broader than itself, however far round.

Why: a kind of itself is no kind of anything, and whoever reads upwards would never arrive.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.broader import broader_of
from hereabouts.project.draft import Draft

CODE = "P513"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each circle, at the term of it that the file has first."""
    told: set[str] = set()
    for term in draft.terms.values():
        above = broader_of(term.name, terms=draft.terms)
        if term.name in above and term.name not in told:
            told |= set(above)
            yield ProjectError(
                f"a term is broader than itself: {' is a kind of '.join((term.name, *above))}",
                code=CODE,
                do="take `broader` away from one of them",
                at=draft.at(term.at, term.name, "broader"),
            )
