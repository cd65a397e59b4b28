"""The folder of a published site: what is in it, and changing it so that it is never half of two.

New and changed files wait in a folder of their own until all are made and every link is checked.
Then a list of the whole new site is written: from that moment the new site is the true one. Files
are moved into place, data before pages; then what is gone is removed; then the list takes its
place. Whoever is stopped before the list leaves the old site, and after it a site that the next
publication finishes first.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hereabouts.doors.static.journal import is_of
from hereabouts.errors import HereaboutsError

KIND = "hereabouts static site"
MANIFEST = "manifest.json"
WAITING = ".publishing"
_READY = "ready.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteManifest:
    """Every file of the site with its SHA-256, and what it was made from."""

    release: int
    made_from: str
    files: Mapping[str, str] = field(default_factory=dict)

    def write(self, path: Path) -> None:
        """To `path`, at once or not at all."""
        said: dict[str, Any] = {"kind": KIND, "release": self.release, "made_from": self.made_from}
        said["files"] = dict(sorted(self.files.items()))
        temporary = path.with_name(path.name + ".new")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(said, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)


@dataclass(frozen=True, slots=True)
class Changes:
    """How many files a publication wrote, removed and left as they were."""

    written: int
    removed: int
    kept: int


def read_manifest(path: Path) -> SiteManifest | None:
    """The list at `path`, or None where there is none of ours."""
    try:
        said = json.loads(path.read_bytes())
        if said["kind"] != KIND:
            return None
        return SiteManifest(
            release=int(said["release"]), made_from=str(said["made_from"]), files=said["files"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def require_ours(folder: Path) -> None:
    """Refuse a folder that holds anything but a site published here.

    Raises:
        HereaboutsError: W302, it is a file, or holds something else.
    """
    if not folder.exists():
        return
    fits = folder.is_dir() and (
        read_manifest(folder / MANIFEST) is not None
        or {path.name for path in folder.iterdir()} <= {WAITING}
    )
    if not fits:
        raise HereaboutsError(
            f"{folder} is not empty, and holds no site that was published before",
            code="W302",
            do="name a folder that does not exist yet, or the one you published to",
        )


def begin(folder: Path, *, made_from: str) -> SiteManifest | None:
    """Finish what a stopped publication left, make room, and say what is there.

    Files that wait stay where they were made from the same as now: they need not be made again.
    """
    waiting = folder / WAITING
    ready = read_manifest(waiting / _READY)
    if ready is not None:
        put_in_place(folder, ready)
    if not is_of(journal(folder), made_from):
        shutil.rmtree(waiting, ignore_errors=True)
    aside(folder).mkdir(parents=True, exist_ok=True)
    return read_manifest(folder / MANIFEST)


def sound_files(folder: Path, manifest: SiteManifest | None) -> dict[str, str]:
    """The files of `manifest` that are there as they were written, with their SHA-256."""
    files = manifest.files if manifest else {}
    return {file: sha256 for file, sha256 in files.items() if _sha256(folder / file) == sha256}


def aside(folder: Path) -> Path:
    """Where new files wait."""
    return folder / WAITING / "files"


def journal(folder: Path) -> Path:
    """Where it is noted which files wait."""
    return folder / WAITING / "made.jsonl"


def abandon(folder: Path) -> None:
    """Leave the old site as it is, without what was to replace it."""
    shutil.rmtree(folder / WAITING, ignore_errors=True)


def put_in_place(folder: Path, new: SiteManifest) -> Changes:
    """Make the folder what `new` says, from what waits beside it."""
    waiting = folder / WAITING
    new.write(waiting / _READY)
    written = sum(_move(aside(folder) / file, folder / file) for file in _in_order(new.files))
    old = read_manifest(folder / MANIFEST)
    gone = sorted(set(old.files if old else ()) - set(new.files))
    for file in gone:
        _remove(folder, file)
    new.write(folder / MANIFEST)
    shutil.rmtree(waiting)
    return Changes(written=written, removed=len(gone), kept=len(new.files) - written)


def _in_order(files: Mapping[str, str]) -> list[str]:
    """What pages need before the pages, and the home page last."""
    return sorted(files, key=lambda file: (".html" in file, file.startswith("index.html"), file))


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _move(new: Path, place: Path) -> bool:
    if not new.is_file():
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    new.replace(place)
    return True


def _remove(folder: Path, file: str) -> None:
    path = folder / file
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or (parent.is_dir() and any(parent.iterdir())):
            return
        if parent.is_dir():
            parent.rmdir()
