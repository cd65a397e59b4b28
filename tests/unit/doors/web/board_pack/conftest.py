"""Packs of small releases: to be read, never changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.doors.web.board_pack.contents import Pack
from hereabouts.doors.web.board_pack.gather import pack_of
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from tests.unit.doors.changed_place import build_changed_place
from tests.unit.doors.judged_release import build_judged_release

PackOf = Callable[..., Pack]


def packs(root: Path) -> PackOf:
    """`packs(root)("access", "icb22", "E54000037")`."""
    site = open_site(SiteSettings(root=root))

    def find(theme: str, area_type: str, code: str, *, number: int | None = None) -> Pack:
        return pack_of(site.visit(number, query=""), theme=theme, area_type=area_type, code=code)

    return find


@pytest.fixture(scope="session")
def small(small_place: Path) -> PackOf:
    """Of the small release."""
    return packs(small_place)


@pytest.fixture(scope="session")
def judged_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Areas that are compared with England, and waits that have a control chart."""
    folder = tmp_path_factory.mktemp("judged_packs")
    build_judged_release(folder)
    return folder


@pytest.fixture(scope="session")
def judged(judged_place: Path) -> PackOf:
    """Of that release."""
    return packs(judged_place)


@pytest.fixture(scope="session")
def changed(tmp_path_factory: pytest.TempPathFactory) -> PackOf:
    """Of a project with releases 1, 2 and 4."""
    return packs(build_changed_place(tmp_path_factory.mktemp("changed_packs")))
