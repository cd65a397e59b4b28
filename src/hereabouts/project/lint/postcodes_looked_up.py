"""P432 Where a neighbourhood is made of postcodes, the place has a lookup of postcodes.

Why: a postcode is not an area; which base area it is fitted to is for National Statistics to say.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P432"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each neighbourhood whose postcodes cannot be looked up."""
    if draft.place is None or draft.place.postcode_lookup:
        return
    for neighbourhood in draft.place.neighbourhoods:
        if neighbourhood.postcodes:
            yield ProjectError(
                f"neighbourhood {neighbourhood.code!r} is made of postcodes, and there is no"
                " lookup of them",
                code=CODE,
                do="add `postcode_lookup:` with its product, postcode and base, such as the NSPL",
                at=neighbourhood.at,
            )
