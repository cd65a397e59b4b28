"""P446 A policy is looked at again after it was approved.

Why: a review before the approval is a mistake in one of the two dates, and the date of the
review is what people are told by.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P446"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each policy to be reviewed on or before the day of its approval."""
    for policy in draft.policies.values():
        if policy.approved_on and policy.review_on and policy.review_on <= policy.approved_on:
            yield ProjectError(
                f"policy {policy.name!r} is to be reviewed before it was approved",
                code=CODE,
                do="set `review_on` to a day after `approved_on`",
                at=draft.at(policy.at, "review_on"),
            )
