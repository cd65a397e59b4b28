"""A small, real release, and its site as files."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.static import publish as publish_module
from hereabouts.doors.static.publish import PublishedSite, Wanted, publish
from tests.journeys.serving import need_front_end
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.conftest import reader, small_place

__all__ = ["reader", "small_place"]
BASE = "https://example.org/place"
SMALL = ("country",)
ONE_INDICATOR = "access.travel_minutes"


def publish_to(root: Path, folder: Path, **wanted: object) -> PublishedSite:
    """Publish without a word."""
    said = Wanted(**wanted)  # type: ignore[arg-type]
    return publish(
        root, folder, said, listener=lambda _done, _left: None, on_step=lambda _step: None
    )


@pytest.fixture(autouse=True, scope="session")
def _same_program() -> Iterator[None]:
    """The program may be edited while its tests run, and is the same one to them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publish_module, "_our_own_files", lambda: "this version")
        yield


@pytest.fixture(scope="session")
def published(small_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site as files; to be read, never changed."""
    need_front_end()
    folder = tmp_path_factory.mktemp("published") / "site"
    publish_to(small_place, folder, base=BASE, area_types=("icb22", "country"))
    return folder


def build_tiny_release(root: Path, **said: Any) -> None:
    """The small release with one indicator and no page of its own: quick to publish whole."""
    build_small_release(root, **said)
    for path in root.rglob("release.json"):
        manifest = json.loads(path.read_text("utf-8"))
        kept = [one for one in manifest["indicators"] if one["id"] == ONE_INDICATOR]
        path.write_text(json.dumps(manifest | {"indicators": kept, "pages": []}), "utf-8")


@pytest.fixture(scope="session")
def tiny_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with one tiny release; to be read, never changed."""
    folder = tmp_path_factory.mktemp("tiny") / "place"
    build_tiny_release(folder)
    return folder


@pytest.fixture(scope="session")
def tiny_site(tiny_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site as files, with no address; to be read, never changed."""
    need_front_end()
    folder = tmp_path_factory.mktemp("tiny") / "site"
    publish_to(tiny_place, folder, area_types=SMALL)
    return folder


@pytest.fixture
def own_site(tiny_site: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(tiny_site, tmp_path / "site"))
