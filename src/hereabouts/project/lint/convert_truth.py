"""P406 What a conversion is measured against is the truth of a count that it carries.

Why: the error of one count says nothing of another.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.lint.conversions import conversions
from hereabouts.project.names import unknown_name

CODE = "P406"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each hold-out `of` something that is not converted."""
    for _, conversion in conversions(draft):
        truth = conversion.hold_out
        if truth and truth.of not in conversion.columns:
            at = draft.at(conversion.at, "hold_out", "of")
            known = conversion.columns
            yield unknown_name("converted count", truth.of, known=known, code=CODE, at=at)
