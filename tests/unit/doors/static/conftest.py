"""A small, real release, and its site as files."""

from pathlib import Path

import pytest

from hereabouts.doors.static import publish as publish_module
from hereabouts.doors.static.publish import PublishedSite, Wanted, publish
from tests.journeys.serving import need_front_end
from tests.unit.doors.web.conftest import reader, small_place

__all__ = ["reader", "small_place"]
BASE = "https://example.org/place"


def publish_to(root: Path, folder: Path, **wanted: object) -> PublishedSite:
    """Publish without a word."""
    said = Wanted(**wanted)  # type: ignore[arg-type]
    return publish(
        root, folder, said, listener=lambda _done, _left: None, on_step=lambda _step: None
    )


@pytest.fixture(autouse=True)
def _same_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program may be edited while its tests run, and is the same one to them."""
    monkeypatch.setattr(publish_module, "_our_own_files", lambda: "this version")


@pytest.fixture(scope="session")
def published(small_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site as files; to be read, never changed."""
    need_front_end()
    folder = tmp_path_factory.mktemp("published") / "site"
    publish_to(small_place, folder, base=BASE, area_types=("icb22", "country"))
    return folder
