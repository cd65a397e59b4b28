"""A small, real release, and its site as files."""

from pathlib import Path

import pytest

from hereabouts.doors.static import publish as publish_module
from hereabouts.doors.static.publish import PublishedSite, Wanted, publish
from hereabouts.doors.web.site_settings import BUNDLE
from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader, latest
from tests.unit.doors.small_release import build_small_release

BASE = "https://example.org/place"


def publish_to(root: Path, folder: Path, **wanted: object) -> PublishedSite:
    """Publish without a word."""
    said = Wanted(**wanted)  # type: ignore[arg-type]
    return publish(
        root, folder, said, listener=lambda _done, _left: None, on_step=lambda _step: None
    )


def need_front_end() -> None:
    """A skip that says why."""
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end has not been built (run `make frontend`)")


@pytest.fixture(autouse=True)
def _same_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program may be edited while its tests run, and is the same one to them."""
    monkeypatch.setattr(publish_module, "_our_own_files", lambda: "this version")


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
def published(small_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site as files; to be read, never changed."""
    need_front_end()
    folder = tmp_path_factory.mktemp("published") / "site"
    publish_to(small_place, folder, base=BASE, area_types=("icb22", "country"))
    return folder
