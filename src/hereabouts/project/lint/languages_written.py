"""P490 A language of the site is one that its words have been written in.

Why: a page in a language that has no words would be in English under another name.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.languages import LANGUAGES
from hereabouts.project.draft import Draft

CODE = "P490"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each language of place.yml that the site has no words in."""
    if draft.place is None:
        return
    for number, language in enumerate(draft.place.languages):
        if language not in LANGUAGES:
            at = draft.at(draft.place.at, "languages", number)
            yield ProjectError(
                f"the site has no words in '{language}'",
                code=CODE,
                do=f"list some of {', '.join(LANGUAGES)}, the main one first",
                at=at,
            )
