"""Disclosure policies that were to be looked at again by now.

A date that passes is no fault of the folder: nothing stops, and those who lint or release are told.
"""

from collections.abc import Iterator
from datetime import date

from hereabouts.errors import ProjectError
from hereabouts.model.project import Project

CODE = "P444"


def reviews_due(project: Project, today: date) -> Iterator[ProjectError]:
    """One warning for each policy whose review is overdue on `today`; it is not to be raised."""
    for policy in project.policies.values():
        if policy.review_on and policy.is_overdue(today):
            yield ProjectError(
                f"policy {policy.name!r} was to be looked at again by {policy.review_on}",
                code=CODE,
                do=f"ask {policy.approved_by} to approve it again, and set a new `review_on`",
                at=policy.at,
            )
