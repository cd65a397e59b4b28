"""P416 One definition of a term is agreed, at most.

Why: two agreed rules give two numbers of frequent callers, and nobody can say which is right.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P416"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each agreed definition of a term after its first, by name."""
    agreed: dict[str, str] = {}
    for definition in draft.definitions.values():
        if not definition.agreed:
            continue
        first = agreed.setdefault(definition.term.casefold(), definition.name)
        if first != definition.name:
            yield ProjectError(
                f"{definition.term!r} has an agreed definition already: {first!r}",
                code=CODE,
                do="say `agreed: no` in one of the two; both may still be applied",
                at=draft.at(definition.at, "agreed"),
            )
