"""A project folder to break, and what is said of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.errors import ProjectError
from hereabouts.project import find_problems, write_new

Edit = Callable[[str, str, str], None]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The blank starter, written out."""
    write_new(tmp_path / "place", starter="blank")
    return tmp_path / "place"


@pytest.fixture
def edit(place: Path) -> Edit:
    """Replace text that is there in a file of the place."""

    def replace(path: str, old: str, new: str) -> None:
        text = (place / path).read_text("utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        (place / path).write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def said(place: Path) -> Callable[[], list[str]]:
    """Every problem of the place, as `path:line CODE problem`."""

    def say() -> list[str]:
        return [_line(problem) for problem in find_problems(place)[1]]

    return say


def _line(problem: ProjectError) -> str:
    return f"{problem.at} {problem.code} {problem.problem}"
