"""Two releases of a place that changed."""

from pathlib import Path

import pytest

from hereabouts.release.changes.pair import Pair
from hereabouts.release.reader import ReleaseReader
from tests.unit.doors.changed_place import build_changed_place


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> dict[int, ReleaseReader]:
    """By number."""
    root = build_changed_place(tmp_path_factory.mktemp("changed"))
    folders = (root / ".hereabouts" / "releases").iterdir()
    return {int(one.name[:4]): ReleaseReader(one) for one in folders if isinstance(one, Path)}


@pytest.fixture(scope="session")
def pair(releases: dict[int, ReleaseReader]) -> Pair:
    """The first and the second."""
    return Pair(releases[1], releases[2])
