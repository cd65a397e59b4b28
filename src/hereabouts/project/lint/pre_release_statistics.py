"""P551 A pre-release list names indicators that there are.

Why: an indicator that is misspelt is shown to nobody on the list, and they find out on the
morning of publication.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.pre_release import EVERYTHING
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P551"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator of a list that the folder has not."""
    for one in draft.pre_release.values():
        for number, name in enumerate(one.statistics):
            if name in (*draft.indicators, EVERYTHING) or draft.is_unread("indicator", name):
                continue
            at = draft.at(one.at, "statistics", number)
            yield unknown_name("indicator", name, known=draft.indicators, code=CODE, at=at)
