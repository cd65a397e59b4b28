"""P443 Noise has a variance that it can have.

Why: noise that may not go below zero or end among the counts never shown, and moves no count on
average, varies by some least and some most. Outside that there is no such noise.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P443"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each policy whose noise cannot be made."""
    for policy in draft.policies.values():
        count = policy.noise.impossible_at() if policy.noise else None
        if policy.noise and count is not None:
            yield ProjectError(
                f"no noise moves a count of {count} by at most {policy.noise.at_most} with "
                f"variance {policy.noise.variance:g}",
                code=CODE,
                do="try `at_most: 5` and `variance: 3` with `suppress_to: 2`",
                at=draft.at(policy.at, "noise"),
            )
