"""G121 A product is under one rule of retention.

Why: of two that differ, one deletes what the other says to keep.
"""

from collections.abc import Iterator
from itertools import combinations

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "G121"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product that two schedules would keep differently."""
    for product_id in draft.products:
        over = [one for one in draft.schedules.values() if one.covers(product_id)]
        for first, second in combinations(over, 2):
            if first.terms != second.terms:
                yield ProjectError(
                    f"{product_id} is under {first.name!r} too, which says otherwise",
                    code=CODE,
                    do="take the product out of one, or let both say the same",
                    at=draft.at(second.at, "products"),
                )
