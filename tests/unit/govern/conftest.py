"""What the tests of governing share."""

import shutil
from pathlib import Path

import pytest

from tests.unit.govern.people_place import build_place, write_people_place


@pytest.fixture(scope="session")
def people_place_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place with people, built; to be copied, never changed."""
    folder = tmp_path_factory.mktemp("people") / "place"
    write_people_place(folder)
    build_place(folder)
    return folder


@pytest.fixture
def people_place(people_place_built: Path, tmp_path: Path) -> Path:
    """The place with people, as it is after its first build."""
    return Path(shutil.copytree(people_place_built, tmp_path / "place"))
