"""P451 A method that standardises for age has age bands, and no other has.

Why: without bands there is nothing to standardise by; with them, another method would count
each band apart and never say so.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P451"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator whose ages do not go with its method."""
    for indicator in draft.indicators.values():
        if indicator.method.by_age and indicator.ages is None:
            yield ProjectError(
                f"{indicator.method} needs the age bands of its rows",
                code=CODE,
                do="add `ages:` with the `column:` that holds them, or choose another method",
                at=draft.at(indicator.at, "method"),
            )
        if indicator.ages and not indicator.method.by_age:
            yield ProjectError(
                f"{indicator.method} does not use age bands",
                code=CODE,
                do="remove `ages:`, or change the method to dsr, which standardises for age",
                at=draft.at(indicator.at, "ages"),
            )
