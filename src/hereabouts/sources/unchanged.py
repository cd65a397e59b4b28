"""Whether a file is still the one that was looked at."""

from pathlib import Path

from hereabouts.errors import SourceError
from hereabouts.model.product import Source

State = tuple[int, int, int]


def file_state(path: Path) -> State:
    """What differs when a file is written to, or another is put in its place."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def refuse_changed(path: Path, before: State, *, name: str, source: Source) -> None:
    """Refuse a file of which two parts may not be of one time.

    Raises:
        SourceError: S179 it is not as it was.
    """
    try:
        now = file_state(path)
    except OSError:
        now = None
    if now != before:
        raise SourceError(
            f"'{name}' changed while it was being read",
            code="S179",
            do="wait until whoever writes it has finished, then build again; better, have it "
            "written under another name and renamed when it is whole",
            at=source.at,
        )
