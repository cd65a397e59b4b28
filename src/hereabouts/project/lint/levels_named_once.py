"""P454 No two area types, benchmarks and groups have one name, and none is called place.

Why: observations say by that name what they are about.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.place import WHOLE_PLACE
from hereabouts.project.draft import Draft

CODE = "P454"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each benchmark or group whose name is taken."""
    if draft.place is None:
        return
    taken = {WHOLE_PLACE, *(area_type.code for area_type in draft.place.area_types)}
    named = [("benchmarks", one.name) for one in draft.place.benchmarks]
    named += [("groups", one.name) for one in draft.place.groups]
    for kind, name in named:
        if name in taken:
            yield ProjectError(
                f"'{name}' is also the name of something else that has observations",
                code=CODE,
                do="give each area type, benchmark and group a name of its own, and not place",
                at=draft.at(draft.place.at, kind, name),
            )
        taken.add(name)
