"""P453 Inequality is measured over a group of the place, from rows about base areas with limits.

Why: groups are made of base areas, so rows about larger ones cannot be put in them; and the
limits of the slope are drawn from those of the groups.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.lint.unknown_benchmark import WITHOUT_LIMITS
from hereabouts.project.names import unknown_name

CODE = "P453"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each inequality that cannot be measured."""
    if draft.place is None:
        return
    known = [group.name for group in draft.place.groups]
    bases = [area_type.code for area_type in draft.place.area_types if area_type.base]
    for indicator in draft.indicators.values():
        if indicator.inequality is None:
            continue
        at = draft.at(indicator.at, "inequality")
        if indicator.inequality not in known:
            yield unknown_name("group", indicator.inequality, known=known, code=CODE, at=at)
        if indicator.area_type not in bases or indicator.method in WITHOUT_LIMITS:
            yield ProjectError(
                "inequality is measured from rows about base areas, by a method with limits",
                code=CODE,
                do="remove `inequality:`, or use a rate or proportion of base areas",
                at=at,
            )
