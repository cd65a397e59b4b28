"""P362 An acceptance ends after it begins.

Why: one that has ended before it began lets nothing pass, and looks as if it did.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P362"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each acceptance whose last day is before its first."""
    for product in draft.products.values():
        for acceptance in product.quality.accepted:
            if acceptance.until < acceptance.on:
                yield ProjectError(
                    "this acceptance ends before it begins",
                    code=CODE,
                    do="set `until` to the last day on which it holds",
                    at=acceptance.at,
                )
