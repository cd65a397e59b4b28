"""A release is there whole or not at all, is never made twice, and is checked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hereabouts.disclosure.treatment import Figures, Treatment
from hereabouts.errors import DisclosureError, ReleaseError
from hereabouts.model.policy import Audience
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.make import RELEASES, Release

MAKE = "hereabouts.release.make"


class Killed(BaseException):
    """The process ends here."""


def killed(*_: object, **__: object) -> None:
    raise Killed


def make(place: Path, audience: Audience = Audience.OPEN) -> Release:
    return release(open_workspace(place), audience=audience)


def folders(place: Path) -> list[str]:
    return sorted(path.name for path in (place / ".hereabouts" / "releases").glob("*"))


def manifests(place: Path) -> list[dict[str, Any]]:
    """Every row of the manifest table."""
    table = open_workspace(place).lake.latest(RELEASES)
    if table is None:
        return []
    with duckdb.connect() as connection:
        found = connection.from_parquet(list(table.files)).order("number")
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_release_pins_the_version_of_every_table_it_is_made_from(built: Path) -> None:
    made = make(built)
    (row,) = manifests(built)
    assert (row["number"], row["audience"]) == (1, "open")
    pinned = json.loads(row["manifest"])["tables"]
    assert pinned == made.description["tables"]
    assert pinned.keys() >= {"observations", "silver/library/membership", "gold/geography/district"}
    assert folders(built) == ["0001-open"]


def test_numbers_are_shared_by_all_audiences(built: Path) -> None:
    assert make(built).number == 1
    assert make(built, Audience.INTERNAL).number == 2
    assert folders(built) == ["0001-open", "0002-internal"]


def test_a_run_killed_before_the_switch_leaves_no_release(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(f"{MAKE}._commit", killed)
        with pytest.raises(Killed):
            make(built)
    assert folders(built) == ["0001-open.part"]
    assert manifests(built) == []
    made = make(built)
    assert (made.number, made.new) == (1, True)
    assert folders(built) == ["0001-open"], "what was unfinished is dropped"
    assert made.description["made_at"] == manifests(built)[0]["made_at"]


def test_a_run_killed_after_the_switch_is_finished_by_the_next(built: Path) -> None:
    final = make(built).folder
    final.rename(final.with_name("0001-open.part"))
    made = make(built)
    assert (made.number, made.new) == (1, False)
    assert folders(built) == ["0001-open"]


def test_leftovers_of_a_release_that_is_there_are_dropped(built: Path) -> None:
    final = make(built).folder
    final.with_name("0001-open.part").mkdir()
    make(built)
    assert folders(built) == ["0001-open"]
    assert (final / "serve.duckdb").exists()


def test_the_same_content_is_not_released_twice(built: Path) -> None:
    first, again = make(built), make(built)
    assert (again.number, again.new) == (first.number, False)
    assert again.description == first.description
    assert len(manifests(built)) == 1


def moved_a_line(place: Path) -> None:
    path = place / "place.yml"
    path.write_text("# a comment\n" + path.read_text("utf-8"), "utf-8")


def changed_a_word(place: Path) -> None:
    edit(place / "pages" / "home.yml", "at a glance", "in brief")


def raised_the_policy(place: Path) -> None:
    edit(place / "policies" / "disclosure" / "small_counts.yml", "to: 7", "to: 12")


def reordered_the_glossary(place: Path) -> None:
    path = place / "glossary.yml"
    heading, *terms = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([heading, *reversed(terms)]) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("change", "is_new"),
    [
        (moved_a_line, False),
        (changed_a_word, True),
        (raised_the_policy, True),
        (reordered_the_glossary, True),
    ],
)
def test_what_shows_makes_a_new_release_and_what_does_not_makes_none(
    built: Path, change: Callable[[Path], None], is_new: bool
) -> None:
    make(built)
    change(built)
    made = make(built)
    assert (made.number, made.new) == ((2, True) if is_new else (1, False))


def test_a_new_kind_of_bundle_is_released_again(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(built)
    monkeypatch.setattr(f"{MAKE}.BUNDLE_VERSION", "another")
    assert make(built).new


def test_a_release_whose_folder_is_gone_is_made_again_under_a_new_number(built: Path) -> None:
    folder = make(built).folder
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert make(built).number == 2


def leak(figures: Figures, *, treatment: Treatment, **_: object) -> Figures:
    """Protection that protects nothing."""
    return figures


def test_a_leak_stops_the_release_and_leaves_the_last_one(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(built)
    changed_a_word(built)
    monkeypatch.setattr("hereabouts.release.protect.protect_observations", leak)
    with pytest.raises(DisclosureError) as refused:
        make(built)
    assert refused.value.code == "D301"
    assert "library.members: a small count is shown" in refused.value.problem
    assert folders(built) == ["0001-open"]
    assert [row["number"] for row in manifests(built)] == [1]


def test_an_audience_that_may_see_exact_figures_has_no_leak(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hereabouts.release.protect.protect_observations", leak)
    assert make(built, Audience.INTERNAL).new


def test_no_room_for_a_release_is_said_and_leaves_none(built: Path) -> None:
    releases = built / ".hereabouts" / "releases"
    releases.write_bytes(b"a file where the folder should be")
    with pytest.raises(ReleaseError) as refused:
        make(built)
    assert refused.value.code == "R201"
    assert manifests(built) == []


def test_nothing_can_be_released_before_a_build(built: Path) -> None:
    (built / ".hereabouts" / "lake").rename(built / ".hereabouts" / "elsewhere")
    with pytest.raises(ReleaseError) as refused:
        make(built)
    assert refused.value.code == "R202"


def test_no_number_stands_beside_a_marker(built: Path) -> None:
    with duckdb.connect(str(make(built).folder / "serve.duckdb"), read_only=True) as connection:
        wrong = connection.sql(
            "select count(*) from observations where marker in ('[c]', '[x]', '[z]')"
            " and coalesce(numerator, denominator, value, lower, upper) is not null"
        ).fetchone()
        hidden = connection.sql("select count(*) from observations where marker = '[c]'").fetchone()
    assert wrong == (0,)
    assert hidden == (1,)
