"""P301 Every file in the folder is one that is read.

Why: a file with a misspelt name is silently left out, and nobody notices what is missing.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.folder import IN_A_PRODUCT
from hereabouts.project.names import nearest

CODE = "P301"
_AT_THE_ROOT = ("place.yml", "glossary.yml", "dictionary.yml", "notices.yml")


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each file that nothing reads."""
    for file in draft.files:
        if file.kind == "stray":
            yield ProjectError(
                "nothing reads this file",
                code=CODE,
                do=_advice(file.path),
                at=Location(file.path),
            )


def _advice(path: str) -> str:
    folder, _, name = path.rpartition("/")
    if near := nearest(name, IN_A_PRODUCT if folder.startswith("products/") else _AT_THE_ROOT):
        return f"did you mean {near[0]!r}? If not, move it to docs/ (words) or inbox/ (data)"
    if path.endswith(".yaml"):
        return "end its name in .yml"
    return "move it to docs/ (words) or inbox/ (data), or remove it"
