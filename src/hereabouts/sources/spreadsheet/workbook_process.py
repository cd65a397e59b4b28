"""Asks a process of its own what a workbook holds: whatever the workbook does to it ends there.

The reader of workbooks (calamine) panics on some damaged files and asks for any amount of memory
for others: of 1,772 real workbooks with a few bytes changed, 38 and 7. Neither can be caught
beforehand, and the second ends the process.
"""

import marshal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from threading import Timer
from typing import Any

PROGRAM = Path(__file__).with_name("calamine_process.py")
MEMORY = 4 << 30  # bytes of address space
WORK_SECONDS = 600
WAIT_SECONDS = 300.0  # for one answer
LARGEST = 1 << 28  # bytes of one answer


class WorkbookPasswordError(Exception):
    """It has a password."""


class WorkbookDamagedError(Exception):
    """It is not a whole workbook."""


class WorkbookTooMuchError(Exception):
    """Reading it took too long or too much, or broke the reader."""


@dataclass(frozen=True, slots=True)
class WorkbookProcess:
    """A running reader of one workbook. Each question may raise any of the three errors above."""

    process: subprocess.Popen[bytes]
    wait_seconds: float
    numbers: Iterator[int]

    def sheets(self) -> list[tuple[str, str, str]]:
        """Name, `Visible`, `Hidden` or `VeryHidden`, and type of each sheet."""
        found: list[tuple[str, str, str]] = self._ask("sheets")
        return found

    def open(self, name: str) -> tuple[Any, Any, Any]:
        """Read a sheet: where its values start, where they end, and its merged cells."""
        start, end, merged = self._ask("sheet", name)
        return start, end, merged

    def rows(self) -> Iterator[list[Any]]:
        """The rows of the sheet that was opened last."""
        number = next(self.numbers)
        while found := self._ask("rows", number):
            for row in found:
                yield [_unpacked(cell) if type(cell) is tuple else cell for cell in row]

    def _ask(self, *question: str | int) -> Any:
        watch = Timer(self.wait_seconds, self.process.kill)
        watch.start()
        try:
            kind, *answer = self._exchange(marshal.dumps(question))
        except (OSError, EOFError, ValueError, TypeError) as error:
            raise WorkbookTooMuchError from error
        finally:
            watch.cancel()
        if kind == "password":
            raise WorkbookPasswordError
        if kind == "damaged":
            raise WorkbookDamagedError
        return answer[0]

    def _exchange(self, question: bytes) -> Any:
        asked, answered = self.process.stdin, self.process.stdout
        if asked is None or answered is None:
            raise EOFError
        with suppress(BrokenPipeError):  # it may have said what is wrong before it was asked
            asked.write(len(question).to_bytes(4, "little") + question)
            asked.flush()
        size = int.from_bytes(answered.read(4), "little")
        if not 0 < size <= LARGEST:
            raise EOFError
        return marshal.loads(answered.read(size))  # noqa: S302  from our own program


@contextmanager
def workbook_process(
    path: Path, *, memory: int = MEMORY, seconds: float = WAIT_SECONDS
) -> Iterator[WorkbookProcess]:
    """A reader of the workbook at `path`, ended when it is no longer needed."""
    with subprocess.Popen(  # noqa: S603  our own program, with no shell
        [sys.executable, "-I", PROGRAM, path, str(memory), str(WORK_SECONDS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what it says there may hold values
    ) as process:
        try:
            yield WorkbookProcess(process, seconds, count())
        finally:
            process.kill()
            if process.stdin is not None:
                with suppress(BrokenPipeError):  # a question that it never read
                    process.stdin.close()


def _unpacked(cell: tuple[Any, ...]) -> object:
    if cell[0] == "m":
        return datetime.fromisoformat(cell[1])
    if cell[0] == "d":
        return date.fromisoformat(cell[1])
    if cell[0] == "t":
        return time.fromisoformat(cell[1])
    return timedelta(cell[1], cell[2], cell[3])
