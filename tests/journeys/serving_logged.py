"""A site served by a process of its own, whose log is kept."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.serving import COMMAND, need_front_end

PATIENCE = 60


@contextmanager
def serving_logged(place: Path, log: Path, *options: str) -> Iterator[str]:
    """Where the site answers, without its last slash; all that it says goes to `log`."""
    need_front_end()
    command = [sys.executable, "-c", COMMAND, "serve", "--port", "0", "-C", str(place), *options]
    with log.open("wb") as out, subprocess.Popen(command, stderr=out, stdout=out) as serving:
        try:
            yield _address(log, serving)
        finally:
            serving.terminate()
            serving.wait(timeout=20)


def _address(log: Path, serving: "subprocess.Popen[bytes]") -> str:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and serving.poll() is None:
        if found := re.search(r"http://[\d.]+:\d+", log.read_text("utf-8")):
            return found.group()
        time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8"))
