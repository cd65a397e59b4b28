"""Fetch one file over a session: the one that is named, or the newest that fits."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from stat import S_ISREG

from paramiko import SFTPAttributes, SFTPClient
from paramiko.sftp import SFTPError

from hereabouts.errors import SourceError
from hereabouts.sources.newest import (
    MOST_FILES,
    Candidate,
    is_unfinished,
    matches,
    near,
    newest_first,
    passed_over,
)
from hereabouts.sources.received import Received, Wanted
from hereabouts.sources.saving import plain, save
from hereabouts.sources.sftp.session import broke_off, session
from hereabouts.sources.sftp.settings import Server, server

BLOCK = 1 << 18
AHEAD = 64  # requests of 32 KB that may be under way at once
PAUSE = 1.0  # seconds between the two tries at a file that changes


def download(wanted: Wanted) -> Received:
    """The file at `remote_path` of the server `sftp`.

    Raises:
        SourceError: S109 nowhere to put it; S111 too large; S120 a key is wrong; S182, S183,
            S187 the server; S192 its key is not known; S195 there is nothing; S196 it changes
            while it is read.
    """
    asked = server(wanted)
    deadline = time.monotonic() + asked.seconds
    with session(wanted, asked) as opened:
        try:
            name, others = _choose(wanted, asked, opened)
            for _ in range(2):
                received = _read(wanted, asked, opened, name, deadline)
                if received:
                    return _with_notes(received, name, others, asked)
                time.sleep(PAUSE)
        except (EOFError, OSError, SFTPError) as error:
            raise _trouble(wanted, error) from error
        except (ValueError, KeyError) as error:  # what paramiko makes of a server's nonsense
            raise broke_off(wanted) from error
    raise SourceError(
        f"'{plain(name)}' changes while it is read",
        code="S196",
        do="wait until whoever writes it has finished; best, it is written under another name "
        "and renamed",
        at=wanted.source.at,
    )


def _choose(wanted: Wanted, asked: Server, opened: SFTPClient) -> tuple[str, list[str]]:
    """The name of the file to take, and of those that fit and are not taken."""
    if not any(character in asked.name for character in "*?["):
        return asked.name, []
    listed = list(islice(opened.listdir_iter(asked.folder), MOST_FILES + 1))
    if len(listed) > MOST_FILES:
        raise _nothing(wanted, f"the folder holds more than {MOST_FILES:,} files", "")
    # A name is the server's word: one that leads elsewhere is not one of this folder.
    names = [entry.filename for entry in listed if "/" not in entry.filename]
    fitting = [name for name in names if matches(name, asked.name)]
    files = {entry.filename: entry for entry in listed if S_ISREG(entry.st_mode or 0)}
    found = newest_first(
        [
            Candidate(name=name, size=files[name].st_size or 0, modified=files[name].st_mtime or 0)
            for name in fitting
            if name in files and not is_unfinished(name)
        ],
        by=asked.newest_by,
    )
    if not found:
        there = near(asked.name, [plain(name) for name in names])
        raise _nothing(wanted, f"nothing there is called '{asked.name}'", there)
    return found[0].name, sorted(plain(name) for name in fitting if name != found[0].name)


def _read(
    wanted: Wanted, asked: Server, opened: SFTPClient, name: str, deadline: float
) -> Received | None:
    """The file, or None when it was not the same before and after."""
    path = f"{asked.folder.rstrip('/')}/{name}" if asked.folder != "." else name
    before = opened.stat(path)
    if not S_ISREG(before.st_mode or 0):
        raise _nothing(wanted, f"'{plain(name)}' is not a file", "")
    if (before.st_size or 0) > wanted.limit:
        raise wanted.too_large(plain(name))
    blocks = _blocks(wanted, opened, path, before.st_size or 0, deadline)
    saved, sha256, size = save(wanted, blocks, name=name)
    if _facts(opened.stat(path)) != _facts(before) or size != before.st_size:
        saved.unlink()
        return None
    return Received(
        path=saved,
        name=plain(name),
        origin=f"{asked.origin.rstrip('/')}/{plain(name)}",
        sha256=sha256,
        size=size,
        fetched_at=datetime.now(UTC),
        etag=None,
        last_modified=None,
        unchanged=False,
    )


def _blocks(
    wanted: Wanted, opened: SFTPClient, path: str, size: int, deadline: float
) -> Iterator[bytes]:
    with opened.open(path, "rb") as file:
        if size:
            file.prefetch(size, max_concurrent_requests=AHEAD)
        while block := file.read(BLOCK):
            if time.monotonic() > deadline:
                raise SourceError(
                    "the file did not come in the time that it was given",
                    code="S186",
                    do="try again, or give it longer with `max_seconds`",
                    at=wanted.source.at,
                )
            yield block


def _facts(stat: SFTPAttributes) -> tuple[int | None, int | None]:
    return stat.st_size, stat.st_mtime


def _with_notes(received: Received, name: str, others: list[str], asked: Server) -> Received:
    if name == asked.name:
        return received
    notes: tuple[str, ...] = (f"took '{received.name}'",)
    if others:
        notes += (f"passed over {passed_over(others)}",)
    return replace(received, notes=notes)


def _nothing(wanted: Wanted, problem: str, there: str) -> SourceError:
    return SourceError(
        problem,
        code="S195",
        do="correct `remote_path`, or ask whoever puts it there" + (f": {there}" if there else ""),
        at=wanted.source.at,
    )


def _trouble(wanted: Wanted, error: Exception) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return _nothing(wanted, f"there is no '{wanted.source.location['remote_path']}'", "")
    if isinstance(error, PermissionError):
        return _nothing(wanted, "this account may not read that on the server", "")
    return broke_off(wanted)
