"""P421 Hot spots are looked for in values that do not grow with the number of people.

Why: more of almost everything happens where more people live, so clusters of counts are where
the towns are.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.indicator import Method
from hereabouts.project.draft import Draft

CODE = "P421"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each count that asks for hot spots."""
    for indicator in draft.indicators.values():
        if indicator.hot_spots and indicator.method is Method.COUNT:
            yield ProjectError(
                "hot spots of counts are where people live",
                code=CODE,
                do="give the indicator a denominator and `method: crude_rate` or `proportion`,"
                " or take hot_spots out",
                at=draft.at(indicator.at, "hot_spots"),
            )
