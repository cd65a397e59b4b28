"""P304 The policy that an indicator names is a disclosure policy of the folder.

Why: an indicator without its policy cannot be released.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P304"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator whose policy is not there."""
    for indicator in draft.indicators.values():
        name = indicator.policy
        if name not in draft.policies and not draft.is_unread("disclosure_policy", name):
            at = draft.at(indicator.at, "policy")
            yield unknown_name("disclosure policy", name, known=draft.policies, code=CODE, at=at)
