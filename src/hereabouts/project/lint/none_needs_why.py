"""P312 A policy that protects nothing says why.

Why: `scheme: none` is right for travel times and wrong for people, and only a reason that
somebody signed tells the two apart.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.policy import Scheme
from hereabouts.project.draft import Draft

CODE = "P312"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each policy with scheme none and no reason."""
    for policy in draft.policies.values():
        if policy.scheme is Scheme.NONE and not policy.why.strip():
            yield ProjectError(
                f"policy {policy.name!r} protects nothing and does not say why",
                code=CODE,
                do="add `why:`, such as: these are travel times and not counts of people",
                at=draft.at(policy.at, "scheme"),
            )
