"""A new project folder: right from the start, and never over somebody's files."""

from pathlib import Path

import pytest

from hereabouts.errors import ProjectError
from hereabouts.project import load, write_new


def test_a_new_folder_holds_the_starters_files_and_schemas(tmp_path: Path) -> None:
    written = write_new(tmp_path / "a/b", starter="blank")
    names = [path.relative_to(tmp_path / "a/b").as_posix() for path in written]
    assert names == sorted(names)
    assert {"place.yml", "README.md", ".gitignore", "inbox/areas.geojson"} <= set(names)
    assert (tmp_path / "a/b/.hereabouts/schema/place.json").exists()
    assert ".hereabouts/" in (tmp_path / "a/b/.gitignore").read_text("utf-8").split()


def test_a_title_of_its_own_is_kept_as_it_was_said(tmp_path: Path) -> None:
    title = 'St. "Mary": 100% \\1 # yes'
    write_new(tmp_path, starter="blank", title=title)
    assert load(tmp_path).place.title == title


def test_a_folder_that_only_git_has_used_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert write_new(tmp_path, starter="blank")


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ProjectError, match="is not empty") as raised:
        write_new(tmp_path, starter="blank")
    assert raised.value.code == "P132"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_not_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ProjectError) as raised:
        write_new(tmp_path / "file", starter="blank")
    assert raised.value.code == "P132"


def test_an_unknown_starter_is_said_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as raised:
        write_new(tmp_path, starter="blnak")
    assert str(raised.value) == "there is no starter 'blnak' [P133]\n  do: did you mean 'blank'?"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ProjectError) as raised:
        write_new(tmp_path / "file/inside", starter="blank")
    assert raised.value.code == "P134"
