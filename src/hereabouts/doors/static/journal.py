"""What a publication that was stopped had made already, so that the next need not make it again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import IO, Any, Self

from hereabouts.doors.static.addresses import Target
from hereabouts.doors.static.making import Made


class Journal:
    """A line for each file that waits, written as it is made. To be closed.

    The first line says what the files are made from: of anything else nothing is taken over.
    """

    def __init__(self, path: Path, *, made_from: str) -> None:
        self._path, self._made_from = path, made_from
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        there = self._path.exists()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("a", encoding="utf-8")
        if not there:
            self._write(self._made_from)
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._file:
            self._file.close()

    def add(self, made: Iterable[Made]) -> None:
        """Note files that are made."""
        for one in made:
            if one.status == 200:
                said = (astuple(one.target), dict(one.sha256), one.bytes)
                self._write([*said, [astuple(target) for target in one.leads_to]])
        if self._file:
            self._file.flush()

    def _write(self, said: Any) -> None:
        if self._file:
            self._file.write(json.dumps(said) + "\n")


def is_of(path: Path, made_from: str) -> bool:
    """Whether the journal at `path` is of files made from just this."""
    try:
        with path.open(encoding="utf-8") as file:
            return bool(json.loads(file.readline()) == made_from)
    except (OSError, ValueError):
        return False


def read_journal(path: Path, *, aside: Path, before: Mapping[str, str]) -> dict[str, Made]:
    """Files noted at `path` that are whole, where they wait or where they were before.

    Args:
        path: of the journal; its last line may be half written.
        aside: where files wait.
        before: what the folder has already, with its SHA-256.
    """
    found: dict[str, Made] = {}
    lines = path.read_text("utf-8").splitlines()[1:] if path.exists() else []
    for line in lines:
        made = _read(line)
        if made and all(
            before.get(file) == sha256 or _sha256(aside / file) == sha256
            for file, sha256 in made.sha256.items()
        ):
            found[made.target.file] = made
    return found


def _read(line: str) -> Made | None:
    try:
        target, sha256, size, leads_to = json.loads(line)
    except ValueError:
        return None
    return Made(Target(*target), 200, sha256, size, tuple(Target(*one) for one in leads_to))


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
