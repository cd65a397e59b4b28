"""P311 A policy hides a range of counts that makes sense, and never rounds a shown count to zero.

Why: hidden is not zero, and neither is rounded away. A reader who sees 0 must be able to
believe it.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.policy import DisclosurePolicy, Scheme
from hereabouts.project.draft import Draft

CODE = "P311"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each policy that hides nothing or rounds a count away."""
    for policy in draft.policies.values():
        if policy.scheme not in (Scheme.SUPPRESS_AND_ROUND, Scheme.THRESHOLD):
            continue
        if policy.suppress_from > policy.suppress_to:
            yield ProjectError(
                f"suppress_from is {policy.suppress_from} and suppress_to is {policy.suppress_to}",
                code=CODE,
                do="suppress_to is at least suppress_from",
                at=draft.at(policy.at, "suppress_to"),
            )
        elif policy.round_to > 2 * _smallest_shown(policy):
            yield ProjectError(
                f"rounding to {policy.round_to} would show some counts as 0 that are not",
                code=CODE,
                do=f"suppress from 1 up to {(policy.round_to - 1) // 2} or more, or round to less",
                at=draft.at(policy.at, "round_to"),
            )


def _smallest_shown(policy: DisclosurePolicy) -> int:
    """The smallest count above zero that is not hidden."""
    return policy.suppress_to + 1 if policy.suppress_from <= 1 <= policy.suppress_to else 1
