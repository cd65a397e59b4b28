"""A site on a small, real release."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit
from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader, latest
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.speaking import speak

MakeSite = Callable[..., Client]
MakeVisit = Callable[..., Visit]


@pytest.fixture(scope="session")
def small_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with one open release; to be read, never changed."""
    folder = tmp_path_factory.mktemp("small") / "place"
    build_small_release(folder)
    return folder


@pytest.fixture(scope="session")
def reader(small_place: Path) -> ReleaseReader:
    """Its release."""
    return latest(small_place, audience=Audience.OPEN)


@pytest.fixture(scope="session")
def visit_with(small_place: Path) -> MakeVisit:
    """A visit to its release: `visit_with("sort=area")`."""
    site = open_site(SiteSettings(root=small_place))

    def visit(query: str = "", *, number: int | None = None) -> Visit:
        return site.visit(number, query=query)

    return visit


@pytest.fixture(scope="session")
def site(small_place: Path) -> Iterator[Client]:
    """Its site; to be asked, never changed."""
    with Client(create_app(small_place)) as client:
        yield client


@pytest.fixture(scope="session")
def welsh_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with a release in English and Welsh; to be read, never changed."""
    return speak(tmp_path_factory.mktemp("welsh") / "place", "en", "cy")


@pytest.fixture(scope="session")
def welsh(welsh_place: Path) -> Iterator[Client]:
    """Its site; to be asked, never changed."""
    with Client(create_app(welsh_place)) as client:
        yield client


@pytest.fixture
def make_site() -> Iterator[MakeSite]:
    """Make a site of a folder that a test may change: it looks for releases at every request."""
    with ExitStack() as stack:

        def make(root: Path, **chosen: Any) -> Client:
            settings = SiteSettings(**{"root": root, "check_seconds": 0.0, **chosen})
            return stack.enter_context(Client(create_app(settings=settings)))

        yield make
