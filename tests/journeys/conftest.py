"""The command line, run on a small made-up place, and a browser for who needs one."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser

from hereabouts.cli import main
from tests.unit.doors.web.chromium import opened_browser

Run = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A new project folder, as `hereabouts init` writes it."""
    folder = tmp_path / "place"
    done = CliRunner().invoke(main, ["init", str(folder)])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project folder that has been built; to be copied, never changed."""
    folder = tmp_path_factory.mktemp("once") / "place"
    for command in (["init", str(folder)], ["build", "--folder", str(folder)]):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def built(built_once: Path, place: Path) -> Path:
    """The place, as it is after its first build."""
    shutil.copytree(built_once, place, dirs_exist_ok=True)
    return place


@pytest.fixture
def run(place: Path) -> Run:
    """Run a command in the place: `run("build", "--json")`."""

    def run_in_place(*arguments: str) -> Result:
        return CliRunner().invoke(main, [arguments[0], "--folder", str(place), *arguments[1:]])

    return run_in_place


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real one, for the journeys of one module."""
    with opened_browser() as opened:
        yield opened
