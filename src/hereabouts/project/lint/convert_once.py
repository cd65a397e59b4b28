"""P404 A column of a converted product is one thing: its area, a key, a count or the status.

Why: two columns of one name cannot both be in a table.
"""

from collections import Counter
from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.conversion import STATUS
from hereabouts.project.draft import Draft
from hereabouts.project.lint.conversions import conversions

CODE = "P404"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each name that is said to be two things."""
    for _, conversion in conversions(draft):
        names = Counter([conversion.to, *conversion.keys, *conversion.columns, STATUS])
        for name in (name for name, times in names.items() if times > 1):
            yield ProjectError(
                f"{name!r} is more than one of the new area, a key, a count and the status",
                code=CODE,
                do="name it once in `to`, `keys` and `columns`; the status is made by itself",
                at=conversion.at,
            )
