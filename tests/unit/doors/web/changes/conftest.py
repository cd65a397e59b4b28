"""A site with three releases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hereabouts.doors.web.app import create_app
from tests.unit.doors.changed_place import build_changed_place
from tests.unit.doors.web.client import Client


@pytest.fixture(scope="session")
def changed_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with releases 1, 2 and 4; to be read, never changed."""
    return build_changed_place(tmp_path_factory.mktemp("changed"))


@pytest.fixture(scope="session")
def changed_site(changed_place: Path) -> Iterator[Client]:
    """Its site."""
    with Client(create_app(changed_place)) as client:
        yield client
