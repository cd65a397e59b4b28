"""A site served by a process of its own, as people run it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hereabouts.doors.web.site_settings import BUNDLE

COMMAND = "from hereabouts.cli import main; main()"


def cannot(words: str) -> None:
    """Skip in words; where every test must run, fail."""
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


def need_front_end() -> None:
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        cannot("the front end is not built (run: make frontend)")


def served(place: Path, *options: str) -> Iterator[str]:
    """Where the site answers, without its last slash."""
    need_front_end()
    command = [sys.executable, "-c", COMMAND, "serve", "--port", "0", "-C", str(place), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr is not None
        said = serving.stderr.readline()
        found = re.search(r"http://[\d.]+:\d+", said)
        assert found, said
        yield found.group()
        serving.terminate()
        serving.communicate(timeout=20)
