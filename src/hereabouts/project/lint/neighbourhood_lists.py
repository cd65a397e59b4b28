"""P429 Every list in the folder neighbourhoods/ is one that place.yml names.

Why: a list that nothing reads is changed in vain.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.project.draft import Draft

CODE = "P429"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each list that no neighbourhood is made from."""
    if draft.place is None:
        return
    read = {neighbourhood.file for neighbourhood in draft.place.neighbourhoods}
    for file in draft.files:
        if file.kind == "neighbourhood_list" and file.path not in read:
            yield ProjectError(
                "no neighbourhood is made from this list",
                code=CODE,
                do="name it under `members_from:` or `postcodes_from:` in place.yml, or remove it",
                at=Location(file.path),
            )
