"""What every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.demo_place import demo_place
from tests.peers.fixtures import database, sftp_server

# Speed is measured in benchmarks/, so no example has a deadline. CI tries the same examples each
# time, and a third as many, so that a change is judged by itself and soon; a run by hand goes on
# looking.
settings.register_profile("by hand", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=33)
settings.load_profile("ci" if os.environ.get("CI") else "by hand")

#: Started or built when a test asks for one.
__all__ = ["database", "demo_place", "sftp_server"]

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real open data, or a skip that says why."""
    folder = Path(os.environ.get("HEREABOUTS_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("real open data is not beside this checkout (set HEREABOUTS_SHARED_DATA)")
    return folder


def pytest_configure(config: pytest.Config) -> None:
    """CI runs the tests in the order they are written in; a run by hand goes on looking."""
    if os.environ.get("CI"):
        config.option.randomly_reorganize = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys first: whoever runs several at once would else wait for the longest alone."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    """The demo is built by a journey; who else looks at it comes last, when it is there."""
    if "demo_place" in getattr(item, "fixturenames", ()):
        return 0 if item.path.parent.name == "journeys" else 3
    return 1 if item.get_closest_marker("journey") else 2
