"""A disk that fills: the error says so, and the last good version stands."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hereabouts.lake.tables import Lake

pytestmark = pytest.mark.journey
COMMAND = "from hereabouts.cli import main; main()"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can only be mounted by root")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def run(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=place,
    )


def test_a_full_disk_is_said_and_nothing_good_is_lost(small_disk: Path) -> None:
    place = small_disk / "place"
    assert run(small_disk, "init", "place").returncode == 0
    assert run(place, "build").returncode == 0
    before = Lake(place / ".hereabouts" / "lake").open("silver/library/membership").version
    inbox = place / "inbox" / "membership.csv"
    inbox.write_text(inbox.read_text("utf-8").replace("1410,212", "1410,213"), "utf-8")
    free = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(b"x" * max(free.f_bavail * free.f_frsize - 8192, 0))
    done = run(place, "build")
    assert done.returncode == 15, done.stderr
    assert "no room left" in done.stderr
    assert "Traceback" not in done.stderr
    after = Lake(place / ".hereabouts" / "lake").open("silver/library/membership").version
    assert after == before
    (small_disk / "filler").unlink()
    assert run(place, "build").returncode == 0
