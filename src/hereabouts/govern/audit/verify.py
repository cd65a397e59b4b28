"""Checking the audit log, or an exported copy of it, without trusting who keeps it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hereabouts.govern.audit import files
from hereabouts.govern.audit.record import FIRST, Record, digest, parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Where the chain does not hold, and why."""

    file: str
    line: int
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found. `head` is the hash of the last record, to be compared with a copy's."""

    records: int
    head: str
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was altered, left out, added or put in another order."""
        return not self.faults


def verify(paths: Iterable[Path]) -> Verification:
    """Follow the chain from the first record through the files, oldest first.

    A record that was edited does not have its own hash; one that was taken out, put in or moved
    breaks the link of the next. That the end was cut off can only be seen against a copy: see
    `covers`.
    """
    count, head, faults = 0, FIRST, list[Fault]()
    for where, line, record in _numbered(paths, faults):
        count += 1
        said = _problem(line, record, number=count, previous=head)
        if said:
            faults.append(Fault(file=where[0], line=where[1], problem=said))
        # Each is judged by the one before as it stands, so that one edit is one fault.
        count, head = record.number, record.hash
    return Verification(records=count, head=head, faults=tuple(faults))


def covers(log: Iterable[Path], *, copy: Iterable[Path]) -> Fault | None:
    """What of an exported copy the log does not hold any more; None if it holds all of it."""
    ours = iter(line for path in log for line in files.lines(path) if line)
    for path in copy:
        for number, line in enumerate(files.lines(path), 1):
            if line and next(ours, None) != line:
                said = "the log does not hold this record of the copy"
                return Fault(file=path.name, line=number, problem=said)
    return None


def _numbered(
    paths: Iterable[Path], faults: list[Fault]
) -> Iterator[tuple[tuple[str, int], bytes, Record]]:
    for path in paths:
        for number, line in enumerate(files.lines(path), 1):
            try:
                yield (path.name, number), line, parse(line)
            except ValueError as fault:
                faults.append(Fault(file=path.name, line=number, problem=str(fault)))


def _problem(line: bytes, record: Record, *, number: int, previous: str) -> str:
    # Another way to write the same is an alteration too.
    if digest(record.content()) != record.hash or record.line() != line + b"\n":
        return "the record was altered after it was written"
    if record.number != number:
        return f"record {number} is missing, or is not in its place"
    return "" if record.previous == previous else "the record does not follow the one before"
