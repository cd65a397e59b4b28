"""P325 Only a denominator is of all, and only where there is a breakdown.

Why: `of_all` means the total over a breakdown's categories; anywhere else it means nothing.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P325"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each `of_all` that nothing would read."""
    for indicator in draft.indicators.values():
        if indicator.numerator.of_all:
            yield ProjectError(
                "a numerator is never of all",
                code=CODE,
                do="move `of_all` to the denominator",
                at=draft.at(indicator.at, "numerator", "of_all"),
            )
        if indicator.denominator and indicator.denominator.of_all and not indicator.breakdown:
            yield ProjectError(
                "the denominator is of all, and there is no breakdown",
                code=CODE,
                do="add `breakdown:` with a column, or remove `of_all`",
                at=draft.at(indicator.at, "denominator", "of_all"),
            )
