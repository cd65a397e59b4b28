"""Copying the audit log to where its keeper cannot change it."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hereabouts.errors import GoverningError
from hereabouts.govern.audit import files
from hereabouts.govern.audit.verify import Verification, covers, verify

HEAD = "head.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was copied: files that are new or longer, and what the whole log is."""

    written: tuple[Path, ...]
    log: Verification


def export(root: Path, target: Path) -> Exported:
    """Copy the log of the project in `root` into `target`, beside what was copied before.

    `head.txt` holds the number of records and the hash of the last. Whoever keeps it, in an e-mail
    or on paper, can prove later that the log was not written anew.

    Raises:
        GoverningError: G101, the chain does not hold; G104, the copy holds what the log does not.
    """
    log = require_chain(files.day_files(root))
    if fault := covers(files.day_files(root), copy=copied(target)):
        raise GoverningError(
            f"{fault.file}:{fault.line}: the log does not hold this record of the copy",
            code="G104",
            do="find out which of the two was altered; export into a new folder meanwhile",
        )
    target.mkdir(parents=True, exist_ok=True)
    written = tuple(_copy(path, target) for path in files.day_files(root) if _grew(path, target))
    (target / HEAD).write_text(f"{log.records} {log.head}\n", encoding="utf-8")
    return Exported(written=written, log=log)


def copied(target: Path) -> tuple[Path, ...]:
    """The files of an exported copy, oldest first."""
    return tuple(sorted(target.glob("[0-9]*-*-*.jsonl")))


def require_chain(paths: Iterable[Path]) -> Verification:
    """The log's verification, where it holds.

    Raises:
        GoverningError: G101, it does not.
    """
    found = verify(paths)
    if not found.holds:
        first = found.faults[0]
        more = f", and {len(found.faults) - 1} more" if len(found.faults) > 1 else ""
        raise GoverningError(
            f"{first.file}:{first.line}: {first.problem}{more}",
            code="G101",
            do="keep the file as it is, and compare it with the last exported copy",
        )
    return found


def _grew(path: Path, target: Path) -> bool:
    there = target / path.name
    return not there.exists() or there.stat().st_size != path.stat().st_size


def _copy(path: Path, target: Path) -> Path:
    """A copy that is whole or not there."""
    beside = target / f".{path.name}.part"
    shutil.copyfile(path, beside)
    return beside.replace(target / path.name)
