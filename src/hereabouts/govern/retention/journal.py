"""What a deletion has done so far, so that one that was stopped is finished and not begun anew."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hereabouts.errors import GoverningError
from hereabouts.govern.retention.marks import OURS_ALONE


@dataclass(slots=True)
class Journal:
    """One deletion under way. It is written at each step, and gone at the end."""

    path: Path
    what: str  # as `schedule membership`, or `erasure nhs_number <digest>`
    certificate: str
    began_at: str
    products: dict[str, dict[str, Any]] = field(default_factory=dict)  # what is known to go
    done: dict[str, dict[str, Any]] = field(default_factory=dict)  # what went

    def write(self) -> None:
        """Put it on the disk."""
        said = {
            "what": self.what,
            "certificate": self.certificate,
            "began_at": self.began_at,
            "products": self.products,
            "done": self.done,
        }
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = self.path.with_suffix(".part")
        handle = os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, OURS_ALONE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(said, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self.path)

    def end(self) -> None:
        """Nothing is under way any more."""
        self.path.unlink(missing_ok=True)


def begin(home: Path, *, what: str, certificate: str, began_at: str) -> Journal:
    """The journal of `what`: that of before if it was stopped, else a new one.

    Raises:
        GoverningError: G135 something else was stopped, and is to be finished first.
    """
    path = home / "running.json"
    if not path.exists():
        return Journal(path, what, certificate, began_at)
    said = json.loads(path.read_text("utf-8"))
    if said["what"] != what:
        raise GoverningError(
            f"a deletion was stopped before its end: {said['what'].rpartition(' ')[0]}",
            code="G135",
            do="run that one again first, with the same name or the same keys; it goes on where"
            " it stopped",
        )
    return Journal(
        path, what, said["certificate"], said["began_at"], said["products"], said["done"]
    )
