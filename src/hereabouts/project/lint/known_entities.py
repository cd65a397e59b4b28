"""P511 An entity that dictionary.yml names is one that it declares.

Why: a line to nowhere cannot be drawn, and a field about nothing explains nothing.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P511"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each relation or field that names an entity that is not there."""
    known = draft.dictionary.entities
    for name, at in _named(draft):
        if name and name not in known:
            yield unknown_name("entity of dictionary.yml:", name, known=known, code=CODE, at=at)


def _named(draft: Draft) -> Iterator[tuple[str, Location]]:
    for entity in draft.dictionary.entities.values():
        for number, relation in enumerate(entity.relations):
            steps = ("entities", entity.name, "relations", number, "to")
            yield relation.to, draft.at(entity.at, *steps)
    for field in draft.dictionary.fields.values():
        yield field.entity, draft.at(field.at, "fields", field.name, "entity")
