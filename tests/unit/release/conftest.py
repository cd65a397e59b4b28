"""A small made-up place, built, and built and released."""

import shutil
from pathlib import Path

import pytest

from hereabouts.model.policy import Audience
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from tests.unit.pipeline.conftest import built, built_place

__all__ = ["built", "built_place", "released"]


@pytest.fixture(scope="session")
def released_place(built_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Open release 1 and internal release 2; to be copied, never changed."""
    folder = shutil.copytree(built_place, tmp_path_factory.mktemp("released") / "place")
    for audience in (Audience.OPEN, Audience.INTERNAL):
        release(open_workspace(folder), audience=audience)
    return Path(folder)


@pytest.fixture
def released(released_place: Path, tmp_path: Path) -> Path:
    """The place with its two releases."""
    return Path(shutil.copytree(released_place, tmp_path / "place"))
