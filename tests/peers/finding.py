"""Programs that tests run as peers: found, or a reason to skip; in CI, a failure."""

import os
import shutil
import socket
from pathlib import Path

import pytest


def program(name: str, *patterns: str) -> str:
    """The path of a program or library, on the PATH or where a pattern says."""
    elsewhere = (path for p in patterns for path in sorted(Path("/").glob(p.removeprefix("/"))))
    for found in (shutil.which(name), *elsewhere):
        if found:
            return str(found)
    reason = f"{name} is not installed here"
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, and CI must have it")
    pytest.skip(reason)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
