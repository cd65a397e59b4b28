"""P512 The key of an entity is made of fields of dictionary.yml.

Why: products are joined by it, so its type must be said once for all of them.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P512"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each part of a key that no field says the type of."""
    known = draft.dictionary.fields
    for entity in draft.dictionary.entities.values():
        for number, name in enumerate(entity.key):
            if name not in known:
                at = draft.at(entity.at, "entities", entity.name, "key", number)
                kind = "field of dictionary.yml:"
                yield unknown_name(kind, name, known=known, code=CODE, at=at)
