"""P407 A conversion says nothing that would not be used.

Why: blocks bring their own weights, and through several lookups changes are worked out from the
codes of the first and the last areas; what is said beside them would seem to do something.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.lint.conversions import conversions

CODE = "P407"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for weights beside blocks, and for changes beside several lookups."""
    for _, conversion in conversions(draft):
        if conversion.blocks and conversion.weights:
            yield ProjectError(
                "`weights` are not used beside `blocks`",
                code=CODE,
                do="take `weights` out; `blocks` says what each block weighs",
                at=conversion.weights.at,
            )
        for step in conversion.by if len(conversion.by) > 1 else ():
            if step.change:
                yield ProjectError(
                    "`change` is not used where there are several lookups",
                    code=CODE,
                    do="take `change` out; it is worked out from the codes",
                    at=step.at,
                )
