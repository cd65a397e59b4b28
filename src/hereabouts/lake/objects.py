"""Bytes as they were received, kept by their SHA-256. The same bytes twice are one object."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from hereabouts.errors import LakeError
from hereabouts.lake.trouble import lake_error

BLOCK = 1 << 20


def object_path(root: Path, sha256: str) -> Path:
    """Where the object with this hash is, or would be."""
    return root / sha256[:2] / sha256


def keep(root: Path, received: Path, *, sha256: str) -> Path:
    """Keep the bytes of `received`; a crash leaves the whole object or none.

    Raises:
        LakeError: L301 no room; L302 the folder cannot be written; L303 the file is being written.
    """
    target = object_path(root, sha256)
    if target.exists() and target.stat().st_size == received.stat().st_size:
        return target  # one of another size is not whole: a disk that lied, or somebody's hand
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        copied = _copy(received, unfinished)
        if copied == sha256:
            unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise lake_error(error, f"object {sha256[:12]}") from error
    if copied != sha256:
        unfinished.unlink()
        raise LakeError(
            f"'{received.name}' changed while it was being kept",
            code="L303",
            do="wait until whoever writes it has finished, then build again",
        )
    return target


def _copy(received: Path, target: Path) -> str:
    """Copy to the disk itself, and give the hash of what was copied.

    At most one block more than there was at the start: a file that somebody goes on writing to
    has no end.
    """
    digest, left = hashlib.sha256(), received.stat().st_size
    with received.open("rb") as source, target.open("wb") as copy:
        while left >= 0 and (block := source.read(BLOCK)):
            digest.update(block)
            copy.write(block)
            left -= len(block)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest()
