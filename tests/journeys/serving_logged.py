"""A site served by a process of its own, whose log is kept."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.serving import COMMAND, need_front_end

PATIENCE = 60


@contextmanager
def serving_logged(place: Path, log: Path, *options: str) -> Iterator[str]:
    """Where the site answers, without its last slash; all that it says goes to `log`."""
    need_front_end()
    command = [sys.executable, "-c", COMMAND, "serve", "--port", "0", "-C", str(place), *options]
    with started(command, log, until=r"http://[\d.]+:\d+") as address:
        yield address


@contextmanager
def started(
    command: Sequence[str], log: Path, *, until: str, environ: Mapping[str, str] | None = None
) -> Iterator[str]:
    """A process until the block ends, once its log says `until`; what it said of that.

    A log is a file, which never fills up as a pipe does.
    """
    with (
        log.open("wb") as out,
        subprocess.Popen(command, env=environ, stderr=out, stdout=out) as running,
    ):
        try:
            yield _said(log, until, running)
        finally:
            running.terminate()
            running.wait(timeout=20)


def _said(log: Path, until: str, running: "subprocess.Popen[bytes]") -> str:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and running.poll() is None:
        if found := re.search(until, log.read_text("utf-8")):
            return found.group()
        time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8"))
