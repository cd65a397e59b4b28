"""A small made-up place, new or built, for the pipeline to work on."""

import shutil
from pathlib import Path

import pytest

from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import write_new


@pytest.fixture(scope="session")
def built_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The blank starter, built; to be copied, never changed."""
    folder = tmp_path_factory.mktemp("pipeline") / "place"
    write_new(folder, starter="blank")
    assert build(open_workspace(folder), progress=Silent()).errors == ()
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The blank starter, never built."""
    write_new(tmp_path / "place", starter="blank")
    return tmp_path / "place"


@pytest.fixture
def built(built_place: Path, tmp_path: Path) -> Path:
    """The blank starter, as it is after its first build."""
    return Path(shutil.copytree(built_place, tmp_path / "place"))
