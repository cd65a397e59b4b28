"""Retention that somebody has to think of: no fault of the folder, and nothing stops for it."""

from collections.abc import Iterator
from datetime import date

from hereabouts.errors import ProjectError
from hereabouts.model.project import Project
from hereabouts.model.sensitivity import Sensitivity

UNSCHEDULED, OVERDUE = "G125", "G126"


def retention_due(project: Project, today: date) -> Iterator[ProjectError]:
    """A warning for each personal product without a schedule, and each review that is overdue."""
    for product in project.products.values():
        personal = product.contract.sensitivity is Sensitivity.PERSONAL
        if personal and not any(one.covers(product.id) for one in project.schedules.values()):
            yield ProjectError(
                f"{product.id} is personal, and nothing says how long it is kept",
                code=UNSCHEDULED,
                do="write policies/retention/NAME.yml with it under `products`",
                at=product.at,
            )
    for schedule in project.schedules.values():
        if schedule.review_on < today:
            yield ProjectError(
                f"schedule {schedule.name!r} was to be looked at again by {schedule.review_on}",
                code=OVERDUE,
                do=f"ask {schedule.approved_by} to approve it again, and set a new `review_on`",
                at=schedule.at,
            )
