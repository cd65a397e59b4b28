"""The short names of organisations alone, for who needs nothing else of the project folder."""

from pathlib import Path

from hereabouts.errors import one_error
from hereabouts.project.reader import Reader

FILE = "organisations.yml"


def organisation_names(root: Path) -> frozenset[str]:
    """The names that organisations.yml declares; none where there is no such file.

    Raises:
        ProjectError: the file cannot be read, or does not fit its schema.
    """
    if not (root / FILE).is_file():
        return frozenset()
    reader = Reader(root)
    fitted = reader.fitted(FILE, kind="organisations")
    if fitted is None:
        raise one_error(reader.problems)
    return frozenset(fitted[0])
