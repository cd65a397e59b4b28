"""P552 Nobody sees statistics more than 24 hours before they are published.

Why: the Pre-release Access to Official Statistics Order 2008 allows no more. A list that says
more opens nothing.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.pre_release import MOST_HOURS
from hereabouts.project.draft import Draft

CODE = "P552"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each list with too many hours."""
    for one in draft.pre_release.values():
        if one.hours > MOST_HOURS:
            yield ProjectError(
                f"pre-release access is for at most {MOST_HOURS} hours, and this says {one.hours}",
                code=CODE,
                do=f"set `hours` to {MOST_HOURS} or fewer",
                at=draft.at(one.at, "hours"),
            )
