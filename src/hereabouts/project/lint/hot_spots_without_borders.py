"""P422 An indicator that asks for hot spots has a place with boundaries.

Why: a hot spot is areas next to each other that are all high, and without outlines nobody can
say which areas are next to each other.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P422"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator with hot spots where no area type has boundaries."""
    if draft.place is None or any(t.boundaries for t in draft.place.area_types):
        return
    for indicator in draft.indicators.values():
        if indicator.hot_spots:
            yield ProjectError(
                "hot spots are asked for, but no area type has boundaries",
                code=CODE,
                do="name a product with outlines as `boundaries` of an area type in place.yml",
                at=draft.at(indicator.at, "hot_spots"),
            )
