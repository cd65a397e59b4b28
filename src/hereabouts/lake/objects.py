"""Bytes as they were received, kept by their SHA-256. The same bytes twice are one object."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from hereabouts.lake.trouble import lake_error


def object_path(root: Path, sha256: str) -> Path:
    """Where the object with this hash is, or would be."""
    return root / sha256[:2] / sha256


def keep(root: Path, received: Path, *, sha256: str) -> Path:
    """Keep the bytes of `received`; a crash leaves the whole object or none.

    Raises:
        LakeError: L301 no room; L302 the folder cannot be written.
    """
    target = object_path(root, sha256)
    if target.exists():
        return target
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(received, unfinished)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise lake_error(error, f"object {sha256[:12]}") from error
    return target
