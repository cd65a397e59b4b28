"""Take the newest file that fits, once whoever writes it has finished."""

import time
from dataclasses import replace
from pathlib import Path

from hereabouts.errors import SourceError
from hereabouts.sources.newest import (
    Candidate,
    is_unfinished,
    matches,
    near,
    newest_by,
    newest_first,
    passed_over,
)
from hereabouts.sources.path.fetch import receive_file
from hereabouts.sources.received import Received, Wanted
from hereabouts.sources.watched_folder.inside import files_called, names_in, watched_folder

SETTLED = 0.3  # seconds for which a file's size and time must stand still


def fetch(wanted: Wanted) -> Received:
    """The newest file in `folder` whose name fits `match`.

    Files that are still being written, and the marks that programs leave beside open files, are
    passed over, and said.

    Raises:
        SourceError: S101, S102 the folder; S111 too large; S120 a key is wrong; S196 it is still
            being written; S197 nothing fits; S198, S199 it leads out of where it may be.
    """
    pattern, order = _pattern(wanted), newest_by(wanted.source)
    folder = watched_folder(wanted)
    names = names_in(wanted, folder)
    fitting = [name for name in names if matches(name, pattern)]
    finished = [name for name in fitting if not is_unfinished(name)]
    candidates = newest_first(files_called(wanted, folder, finished), by=order)
    if not candidates:
        raise _nothing_fits(wanted, pattern, names, fitting)
    later = set(_after_a_while(wanted, folder, candidates))
    settled = [file for file in candidates if file in later]
    if not settled:
        raise _still_written(wanted, [file.name for file in candidates])
    return _take(wanted, folder, settled[0], fitting)


def _pattern(wanted: Wanted) -> str:
    pattern = wanted.source.location.get("match", "")
    if not pattern or "/" in pattern or "\\" in pattern:
        raise SourceError(
            "`match` is not a file name with `*` for what differs",
            code="S120",
            do='write it as `match: "trust_a_*.xlsx"`; folders go in `folder`',
            at=wanted.source.at,
        )
    return pattern


def _after_a_while(wanted: Wanted, folder: Path, files: list[Candidate]) -> list[Candidate]:
    time.sleep(SETTLED)
    return list(files_called(wanted, folder, [file.name for file in files]))


def _take(wanted: Wanted, folder: Path, taken: Candidate, fitting: list[str]) -> Received:
    origin = f"{wanted.source.location['folder'].rstrip('/')}/{taken.name}"
    received = receive_file(wanted, (folder / taken.name).resolve(), origin=origin)
    if list(files_called(wanted, folder, [taken.name])) != [taken]:
        raise _still_written(wanted, [taken.name])
    others = sorted(name for name in fitting if name != taken.name)
    notes: tuple[str, ...] = (f"took '{taken.name}'",)
    if others:
        notes += (f"passed over {passed_over(others)}",)
    return replace(received, name=taken.name, notes=notes)


def _nothing_fits(
    wanted: Wanted, pattern: str, names: list[str], unfinished: list[str]
) -> SourceError:
    where = wanted.source.location["folder"]
    if unfinished:
        return _still_written(wanted, unfinished)
    there = near(pattern, [name for name in names if not is_unfinished(name)])
    return SourceError(
        f"nothing in '{where}' is called '{pattern}'",
        code="S197",
        do=f"put the file there, or correct `match`: {there or 'the folder is empty'}",
        at=wanted.source.at,
    )


def _still_written(wanted: Wanted, names: list[str]) -> SourceError:
    return SourceError(
        f"still being written, or not a file: {passed_over(names)}",
        code="S196",
        do="wait until whoever writes it has finished and closed it, then build again",
        at=wanted.source.at,
    )
