"""P441 A policy with a scheme protects somebody, from the smallest count upwards.

Why: a policy that names no audience, or begins to hide at 2, reads as protection and is none.
What needs no protection says `scheme: none`, and why.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.policy import Scheme
from hereabouts.project.draft import Draft

CODE = "P441"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each policy that protects nobody, or leaves out counts of 1."""
    for policy in draft.policies.values():
        if policy.scheme is Scheme.NONE:
            continue
        if not policy.audiences:
            yield ProjectError(
                f"policy {policy.name!r} names no audience, so it protects nobody",
                code=CODE,
                do="write `audiences: [open]`, or `scheme: none` with a `why:`",
                at=draft.at(policy.at, "audiences"),
            )
        if policy.suppress_from != 1 and policy.suppress_from <= policy.suppress_to:
            yield ProjectError(
                f"policy {policy.name!r} begins to hide at {policy.suppress_from}",
                code=CODE,
                do="write `suppress_from: 1`, and `hide_zero: yes` where zeros are hidden too",
                at=draft.at(policy.at, "suppress_from"),
            )
