"""A release with all that a catalogue has to say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit
from tests.unit.doors.catalogued_release import SITE, build_catalogued_release
from tests.unit.doors.web.client import Client


@pytest.fixture(scope="session")
def catalogued_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with one open release; to be read, never changed."""
    folder = tmp_path_factory.mktemp("catalogued") / "place"
    build_catalogued_release(folder)
    return folder


@pytest.fixture(scope="session")
def catalogued(catalogued_place: Path) -> Visit:
    """A visit to its release."""
    return open_site(SiteSettings(root=catalogued_place)).visit(None, query="")


@pytest.fixture(scope="session")
def catalogued_site(catalogued_place: Path) -> Iterator[Client]:
    """Its site; to be asked, never changed."""
    with Client(create_app(settings=SiteSettings(root=catalogued_place, address=SITE))) as client:
        yield client
