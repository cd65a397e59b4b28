"""P442 A policy says only what its scheme acts upon.

Why: a number that nothing reads would seem to protect. `ten_five` has its numbers already.
"""

from collections.abc import Iterator, Mapping

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P442"
_SMALL = {"suppress_from", "suppress_to", "hide_zero"}
_NUMBERS = {*_SMALL, "round_to", "minimum_width", "noise"}
#: The numbers that each scheme acts upon.
USED: Mapping[str, set[str]] = {
    "suppress_and_round": {*_SMALL, "round_to", "minimum_width"},
    "ten_five": {"minimum_width"},
    "threshold": {*_SMALL, "minimum_width"},
    "cell_key": {"suppress_to", "noise"},
}
_ROWS = {"population", "minimum_population", "dominance"}


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each number that a policy's scheme does not use."""
    for policy in draft.policies.values():
        document = draft.documents[policy.at.path]
        scheme = document.data["scheme"]
        # A policy of scheme none may keep its numbers, for the day when it protects again.
        unused = _NUMBERS - USED[scheme] if scheme in USED else _ROWS
        for key in sorted(unused & set(document.data)):
            yield ProjectError(
                f"scheme {scheme!r} makes no use of {key!r}",
                code=CODE,
                do=f"remove `{key}:`, or choose a scheme that uses it",
                at=document.at(key),
            )
