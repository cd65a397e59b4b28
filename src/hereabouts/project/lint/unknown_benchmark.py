"""P452 What an indicator is compared to is a benchmark of the place, and has limits to compare by.

Why: whether an area differs from a benchmark is judged by its confidence limits; counts and
means have none.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.indicator import Method
from hereabouts.model.place import WHOLE_PLACE
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P452"
WITHOUT_LIMITS = (Method.COUNT, Method.MEAN)


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each comparison that cannot be made."""
    if draft.place is None:
        return
    known = [WHOLE_PLACE, *(benchmark.name for benchmark in draft.place.benchmarks)]
    for indicator in draft.indicators.values():
        if indicator.compare_to is None:
            continue
        at = draft.at(indicator.at, "compare_to")
        if indicator.compare_to not in known:
            yield unknown_name("benchmark", indicator.compare_to, known=known, code=CODE, at=at)
        if indicator.method in WITHOUT_LIMITS:
            yield ProjectError(
                f"a {indicator.method} has no confidence limits to compare by",
                code=CODE,
                do="remove `compare_to:`, or make it a crude_rate or a proportion",
                at=at,
            )
