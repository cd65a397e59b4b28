"""G124 A retention schedule is looked at again after it was approved.

Why: law and practice change, and what was deleted under an old rule does not come back.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "G124"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each schedule to be reviewed on or before the day of its approval."""
    for schedule in draft.schedules.values():
        if schedule.review_on <= schedule.approved_on:
            yield ProjectError(
                f"schedule {schedule.name!r} is to be reviewed before it was approved",
                code=CODE,
                do="set `review_on` to a day after `approved_on`",
                at=draft.at(schedule.at, "review_on"),
            )
