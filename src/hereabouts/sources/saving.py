"""Keeping what arrives in blocks: whole, within its limit, and hashed as it is written."""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkstemp

from hereabouts.errors import SourceError
from hereabouts.sources.received import Wanted


def save(wanted: Wanted, blocks: Iterable[bytes], *, name: str) -> tuple[Path, str, int]:
    """The file that `blocks` make, its SHA-256 and its size in bytes.

    It has a name of its own until its last byte is there, so half a file is never taken for a
    whole one.

    Raises:
        SourceError: S109 nowhere to put it; S111 too large.
    """
    digest, size = hashlib.sha256(), 0
    part = _new_part(wanted)
    try:
        with part.open("wb") as file:
            for block in blocks:
                size += len(block)
                if size > wanted.limit:
                    raise wanted.too_large(name)
                digest.update(block)
                _write(wanted, file.fileno(), block)
        path = wanted.scratch / f"{digest.hexdigest()[:12]}-{plain(name)}"
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path, digest.hexdigest(), size


def plain(name: str) -> str:
    """A name from elsewhere as one that any disk takes."""
    return re.sub(r"[^\w. -]", "_", name)[-100:] or "download"


def no_room(wanted: Wanted, error: OSError) -> SourceError:
    """The refusal of a disk to take what arrives."""
    return SourceError(
        f"what arrives cannot be written to {wanted.scratch}: {error.strerror}",
        code="S109",
        do="make room there, or let the account that runs this write there",
        at=wanted.source.at,
    )


def _new_part(wanted: Wanted) -> Path:
    try:
        wanted.scratch.mkdir(parents=True, exist_ok=True)
        handle, unfinished = mkstemp(dir=wanted.scratch, prefix="arriving-", suffix=".part")
    except OSError as error:
        raise no_room(wanted, error) from error
    os.close(handle)
    return Path(unfinished)


def _write(wanted: Wanted, handle: int, block: bytes) -> None:
    # The peer's own trouble is an OSError too, so only the disk's is caught here.
    try:
        view = memoryview(block)
        while view:
            view = view[os.write(handle, view) :]
    except OSError as error:
        raise no_room(wanted, error) from error
