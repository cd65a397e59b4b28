"""P456 A control chart is of an indicator with many periods.

Why: it says which points of a series are out of the ordinary; one fixed period is one point.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P456"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each control chart of one period."""
    for indicator in draft.indicators.values():
        if indicator.spc and not indicator.period.start_column:
            yield ProjectError(
                "a control chart needs many periods, and this indicator has one",
                code=CODE,
                do="say `start_column:` and `end_column:` of `period:`, or remove `spc:`",
                at=draft.at(indicator.at, "spc"),
            )
