"""One build at a time: two would each undo the other's plan."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from hereabouts.errors import HereaboutsError, LakeError


@contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Hold the lake for writing. The operating system lets go if the process dies.

    Raises:
        LakeError: L201 another build, release or test run holds it.
    """
    refusal = LakeError(
        "another build or release is running in this folder",
        code="L201",
        do="wait for it to finish; if there is none, its lock ends with its process",
    )
    with only_one(folder / "build.lock", refusal=refusal):
        yield


@contextmanager
def only_one(path: Path, *, refusal: HereaboutsError) -> Iterator[None]:
    """Hold the lock at `path`, or raise `refusal` at once when another process does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise refusal from error
    try:
        yield
    finally:
        lock.release()
