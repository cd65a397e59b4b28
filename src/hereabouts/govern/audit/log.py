"""Appending to the audit log. There is no other way to write to it, and none to change it."""

import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from hereabouts.govern.audit import files
from hereabouts.govern.audit.record import FIRST, Record, parse

MOST_DETAIL = 16_000  # bytes of one record's line
LOCK_SECONDS = 10.0


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class AuditLog:
    """The audit log of one project. Safe to use from several threads and processes.

    A clock that is set back never sets the log back: a record is never dated before the one that
    it follows, and says so where the clock did.
    """

    def __init__(self, root: Path, *, clock: Callable[[], datetime] = utc_now) -> None:
        self._root, self._clock = root, clock
        self._within = threading.Lock()
        self._lock = FileLock(files.folder(root) / "lock", timeout=LOCK_SECONDS)
        self._known: tuple[Path, int, Record] | None = None  # file, its size, its last record

    def append(
        self,
        *,
        action: str,
        actor: str,
        object: str,  # noqa: A002  the field's word
        outcome: str = "done",
        detail: Mapping[str, Any] | None = None,
        durable: bool = True,
    ) -> Record:
        """Add one record, and give it back as it was written.

        Args:
            action: what was done, as `account.signed-in`.
            actor: `person:<id>`, `operator`, `system` or `nobody`; never a name.
            object: to what, as `product:workforce.absence`.
            outcome: done, allowed, refused or failed.
            detail: text, whole numbers, booleans, and mappings and lists of them; never a value
                of data that is not open.
            durable: whether to wait until the disk has it. What is read is not waited for.

        Raises:
            ValueError: the detail is too long for a record.
        """
        with self._within:
            files.folder(self._root).mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._lock:
                record = self._next(actor, action, object, outcome, detail or {})
                line = record.line()
                if len(line) > MOST_DETAIL:
                    raise ValueError("what is said of it is too long for an audit record")
                path = files.file_of(self._root, record.at.date())
                files.append(path, line, durable=durable)
                written = parse(line)
                self._known = (path, path.stat().st_size, written)
                return written

    def records(
        self, *, since: date | None = None, until: date | None = None, action: str = ""
    ) -> Iterator[Record]:
        """Records of the days from `since` to `until`, both included, oldest first.

        Args:
            since: the first day; without it, from the beginning.
            until: the last day; without it, to the end.
            action: only what begins with this, as `data.`.
        """
        for path in files.day_files(self._root):
            day = date.fromisoformat(path.stem)
            if (since or date.min) <= day <= (until or date.max):
                found = (parse(line) for line in files.lines(path) if line)
                yield from (one for one in found if one.action.startswith(action))

    def latest(self) -> datetime | None:
        """When the last record was written, or None where there is none."""
        with self._within:
            last = self._last()
        return last.at if last else None

    def _next(
        self, actor: str, action: str, what: str, outcome: str, detail: Mapping[str, Any]
    ) -> Record:
        before, now = self._last(), self._clock()
        at = max(now, before.at) if before else now
        said = {**detail, "clock_set_back": True} if at > now else detail
        return Record(
            number=before.number + 1 if before else 1,
            at=at,
            actor=actor,
            action=action,
            object=what,
            outcome=outcome,
            detail=said,
            previous=before.hash if before else FIRST,
        )

    def _last(self) -> Record | None:
        """The last record there is; from memory where nobody else has written."""
        newest = files.newest_file(self._root)
        if newest is None:
            return None
        if self._known and self._known[:2] == (newest, newest.stat().st_size):
            return self._known[2]
        for path in reversed(files.day_files(self._root)):
            if line := files.last_line(path):
                return parse(line)
        return None
