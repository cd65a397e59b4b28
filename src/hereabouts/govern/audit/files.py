"""Where the log is kept: one file a day, each line a record."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

_NAME = re.compile(r"\d{4}-\d{2}-\d{2}\.jsonl")
TAIL = 65_536  # bytes; no record is longer
OURS_ALONE = 0o600


def folder(root: Path) -> Path:
    """Where the log of the project in `root` is kept."""
    return root / ".hereabouts" / "audit"


def day_files(root: Path) -> tuple[Path, ...]:
    """The files there are, oldest first."""
    inside = folder(root)
    return tuple(inside / name for name in sorted(_names(inside)))


def newest_file(root: Path) -> Path | None:
    """The last of them."""
    inside = folder(root)
    newest = max(_names(inside), default=None)
    return inside / newest if newest else None


def _names(inside: Path) -> list[str]:
    """Names alone: this is asked before each record is written, and a path for each is dear."""
    try:
        return [name for name in os.listdir(inside) if _NAME.fullmatch(name)]  # noqa: PTH208
    except FileNotFoundError:
        return []


def file_of(root: Path, day: date) -> Path:
    """The file that what happens on a day is written to."""
    return folder(root) / f"{day.isoformat()}.jsonl"


def lines(path: Path) -> Iterator[bytes]:
    """Its lines, without their ends; what a crash left unfinished is the last."""
    with path.open("rb") as file:
        for line in file:
            yield line.rstrip(b"\n")


def last_line(path: Path) -> bytes | None:
    """Its last whole line, or None where it has none. Reads no more than the end."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        whole = file.read().rpartition(b"\n")[0]
    return whole.rpartition(b"\n")[2] or None


def append(path: Path, line: bytes, *, durable: bool) -> None:
    """Write a line at the end, in one write. A line cut short by a crash is ended first."""
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, OURS_ALONE)
    try:
        size = os.fstat(handle).st_size
        if size and os.pread(handle, 1, size - 1) != b"\n":
            os.ftruncate(handle, _whole(handle, size))
        os.write(handle, line)
        if durable:
            os.fsync(handle)
    finally:
        os.close(handle)


def _whole(handle: int, size: int) -> int:
    """How many bytes are whole lines: a record is only said to be written once its line is."""
    begin = max(0, size - TAIL)
    return begin + os.pread(handle, size - begin, begin).rfind(b"\n") + 1
