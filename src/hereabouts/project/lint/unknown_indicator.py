"""P306 An indicator that a page names is an indicator of the folder.

Why: a page that leads with nothing is not noticed until a reader finds it.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P306"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator that a page names in vain."""
    for page in draft.pages.values():
        for number, name in enumerate(page.indicators):
            if name not in draft.indicators and not draft.is_unread("indicator", name):
                at = draft.at(page.at, "indicators", number)
                yield unknown_name("indicator", name, known=draft.indicators, code=CODE, at=at)
