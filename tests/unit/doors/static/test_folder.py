"""Changing a published site so that it is the old one or the new one."""

import hashlib
from pathlib import Path

import pytest

from hereabouts.doors.static.folder import (
    MANIFEST,
    WAITING,
    SiteManifest,
    aside,
    begin,
    put_in_place,
    read_manifest,
    require_ours,
    sound_files,
)
from hereabouts.errors import HereaboutsError

Files = dict[str, str]


def listed(files: Files, release: int = 1) -> SiteManifest:
    sums = {file: hashlib.sha256(text.encode()).hexdigest() for file, text in files.items()}
    return SiteManifest(release=release, made_from="x", files=sums)


def lay(folder: Path, files: Files) -> None:
    begin(folder, made_from="a release")
    for file, text in files.items():
        path = aside(folder) / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def shown(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST and WAITING not in path.parts
    }


OLD = {"index.html": "old", "gone/index.html": "gone", "same.csv": "1"}
NEW = {"index.html": "new", "more/index.html": "more", "same.csv": "1"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    lay(tmp_path, OLD)
    put_in_place(tmp_path, listed(OLD))
    return tmp_path


def test_what_changed_is_written_what_is_gone_is_removed_and_the_rest_is_left(site: Path) -> None:
    before = (site / "same.csv").stat().st_mtime_ns
    lay(site, {name: text for name, text in NEW.items() if name != "same.csv"})
    changes = put_in_place(site, listed(NEW, release=2))
    assert shown(site) == NEW
    assert (changes.written, changes.removed, changes.kept) == (2, 1, 1)
    assert (site / "same.csv").stat().st_mtime_ns == before
    assert not (site / "gone").exists()
    assert not (site / WAITING).exists()
    found = read_manifest(site / MANIFEST)
    assert found is not None
    assert found.release == 2


def test_your_own_files_stay(site: Path) -> None:
    (site / "CNAME").write_text("place.example.org")
    lay(site, NEW)
    put_in_place(site, listed(NEW))
    assert (site / "CNAME").is_file()


def test_stopped_before_all_is_made_leaves_the_old_site(site: Path) -> None:
    lay(site, {"index.html": "half"})
    assert shown(site) == OLD
    begin(site, made_from="a release")
    assert shown(site) == OLD
    assert not any(aside(site).iterdir())


@pytest.mark.parametrize("moves", range(5))
def test_stopped_while_it_is_put_in_place_is_finished_by_the_next(
    site: Path, moves: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(site, NEW)
    left = iter(range(moves))
    move = Path.replace

    def moving(path: Path, place: Path) -> Path:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return move(path, place)

    with monkeypatch.context() as stopped:
        stopped.setattr(Path, "replace", moving)
        with pytest.raises(KeyboardInterrupt):
            put_in_place(site, listed(NEW))
    begin(site, made_from="a release")
    # The first move is that of the list, which makes the new site the true one.
    assert shown(site) == (NEW if moves else OLD)


def test_pages_come_after_what_they_need_and_the_home_page_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"index.html": "", "a/index.html": "", "a/x.csv": "", "z.css": ""}
    lay(tmp_path, files)
    moved: list[str] = []
    move = Path.replace

    def moving(path: Path, place: Path) -> Path:
        moved.append(place.relative_to(tmp_path).as_posix())
        return move(path, place)

    monkeypatch.setattr(Path, "replace", moving)
    put_in_place(tmp_path, listed(files))
    assert moved[1:-1] == ["a/x.csv", "z.css", "a/index.html", "index.html"]
    assert moved[-1] == MANIFEST


def test_a_file_that_was_damaged_is_not_sound(site: Path) -> None:
    (site / "same.csv").write_text("2")
    (site / "gone" / "index.html").unlink()
    assert set(sound_files(site, read_manifest(site / MANIFEST))) == {"index.html"}


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    require_ours(tmp_path / "new")
    require_ours(tmp_path)
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(HereaboutsError, match="W302"):
        require_ours(tmp_path)
    (tmp_path / MANIFEST).write_text('{"name": "an app", "icons": []}')
    with pytest.raises(HereaboutsError, match="W302"):
        require_ours(tmp_path)


def test_a_folder_that_was_published_to_is_ours(site: Path) -> None:
    require_ours(site)
