"""P403 What weights are matched by is a key of the conversion.

Why: people are shared out apart by age only when the counts are kept apart by age.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.lint.conversions import conversions
from hereabouts.project.names import unknown_name

CODE = "P403"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each matched column that is not kept as a key."""
    for _, conversion in conversions(draft):
        part = "blocks" if conversion.blocks else "weights"
        for number, name in enumerate(conversion.match):
            if name not in conversion.keys:
                at = draft.at(conversion.at, part, "match", number)
                known = conversion.keys
                yield unknown_name("key to match by", name, known=known, code=CODE, at=at)
