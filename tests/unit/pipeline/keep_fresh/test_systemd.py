"""The files that a system's own timer needs."""

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from hereabouts.errors import ProjectError
from hereabouts.pipeline.keep_fresh.systemd import Units, write_units

PROGRAM = Path("/usr/bin/true")


def write(target: Path, root: Path, *, has_jitter: bool = False) -> Units:
    every = timedelta(minutes=15)
    return write_units(target, root=root, program=PROGRAM, every=every, has_jitter=has_jitter)


def test_a_service_and_a_timer_are_written_with_how_to_install_them(tmp_path: Path) -> None:
    units = write(tmp_path / "units", Path("/srv/our place"), has_jitter=True)
    service = units.service.read_text("utf-8").splitlines()
    assert 'ExecStart="/usr/bin/true" run --once --json --folder "/srv/our place"' in service
    assert "WorkingDirectory=/srv/our place" in service
    timer = units.timer.read_text("utf-8").splitlines()
    assert "OnUnitActiveSec=900s" in timer
    assert "RandomizedDelaySec=90s" in timer
    assert units.install[-1] == "sudo systemctl enable --now hereabouts-our-place.timer"


def test_nothing_in_a_path_is_expanded_by_systemd(tmp_path: Path) -> None:
    service = write(tmp_path, Path('/srv/100% "$HOME"')).service.read_text("utf-8")
    assert r'--folder "/srv/100%% \"$$HOME\""' in service
    with pytest.raises(ProjectError) as refused:
        write(tmp_path, Path("/srv/a\nExecStart=/bin/sh"))
    assert refused.value.code == "P384"


def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ProjectError) as refused:
        write(tmp_path / "file", Path("/srv/place"))
    assert refused.value.code == "P384"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_can_read_them(tmp_path: Path) -> None:
    units = write(tmp_path, tmp_path)
    for path in (units.service, units.timer):
        done = subprocess.run(
            ["systemd-analyze", "verify", str(path)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, path.name in done.stderr) == (0, False), done.stderr
