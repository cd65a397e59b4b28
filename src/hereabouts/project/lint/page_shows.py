"""P480 A page shows something: it leads with indicators, or has sections.

Why: a page of words alone is found by nobody who looks for numbers, and is mostly a file that
somebody meant to finish.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P480"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each page with neither indicators nor sections."""
    for page in draft.pages.values():
        said = "indicators" in _keys(draft, page.at.path)
        if not said and not page.sections:
            yield ProjectError(
                f"the page {page.name!r} shows nothing",
                code=CODE,
                do="list `indicators:` or `sections:`; a section of kind text holds words alone",
                at=page.at,
            )


def _keys(draft: Draft, path: str) -> tuple[str, ...]:
    document = draft.documents.get(path)
    return tuple(document.data) if document else ()
