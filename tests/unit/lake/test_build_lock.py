"""One build at a time."""

from pathlib import Path

import pytest

from hereabouts.errors import LakeError
from hereabouts.lake.build_lock import build_lock


def test_a_second_build_is_refused_while_one_runs(tmp_path: Path) -> None:
    with (
        build_lock(tmp_path),
        pytest.raises(LakeError, match="another build") as caught,
        build_lock(tmp_path),
    ):
        pass
    assert caught.value.code == "L201"


def test_the_lock_is_let_go(tmp_path: Path) -> None:
    with build_lock(tmp_path):
        pass
    with build_lock(tmp_path):
        pass
