"""P306 An indicator that a page names is an indicator of the folder.

Why: a page that leads with nothing is not noticed until a reader finds it.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.page import Page
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name
from hereabouts.project.yaml_text import Step

CODE = "P306"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator that a page names in vain."""
    for page in draft.pages.values():
        for name, steps in _named(page):
            if name not in draft.indicators and not draft.is_unread("indicator", name):
                at = draft.at(page.at, *steps)
                yield unknown_name("indicator", name, known=draft.indicators, code=CODE, at=at)


def _named(page: Page) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Each indicator, and the steps to where it is named."""
    for number, name in enumerate(page.indicators):
        yield name, ("indicators", number)
    for number, section in enumerate(page.sections):
        here: tuple[Step, ...] = ("sections", number)
        for place, name in enumerate(section.indicators):
            last: tuple[Step, ...] = ("indicators", place)
            of_one = section.kind.of_one and len(section.indicators) == 1
            yield name, (*here, *(("indicator",) if of_one else last))
        for key in ("need", "supply"):
            if found := getattr(section, key):
                yield found, (*here, key)
