"""A release is attacked before it is made, and its officer is told what it hides and why."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from hereabouts.errors import DisclosureError
from hereabouts.model.policy import Audience
from hereabouts.pipeline.publish import rehearse, release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.attack.attack_release import Address, Attacked
from hereabouts.release.attack.refuse import refuse_worked_out
from hereabouts.release.disclosure_report import reasons_of, total_of
from hereabouts.release.disclosure_report_words import report_in_words

POLICY = "policies/disclosure/small_counts.yml"
THRESHOLD = """title: A threshold
scheme: threshold
suppress_from: 1
suppress_to: 7
minimum_width: 5
hide_zero: no
audiences: [open]
approved_by: The guardian
"""
AT = Address("library.members", "lsoa21", "E01999001", "2024-01-01", "all")
FOUND = Attacked(
    indicators=("library.members",),
    cells_hidden=4,
    recovered_exactly=1,
    narrower_than_policy=2,
    addresses=(AT,),
)


def worked_out(*_: object, **__: object) -> tuple[Attacked, ...]:
    return (FOUND,)


def everything(place: Path) -> dict[str, bytes]:
    """All that lies in the folder, but the lock that commands wait for."""
    return {
        str(path.relative_to(place)): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file() and path.name != "build.lock"
    }


def folders(place: Path) -> set[str]:
    return {str(path.relative_to(place)) for path in place.rglob("*") if path.is_dir()}


def test_what_an_attack_finds_is_refused_with_its_place_and_without_its_count() -> None:
    with pytest.raises(DisclosureError) as refused:
        refuse_worked_out([FOUND])
    assert refused.value.code == "D321"
    assert "library.members of lsoa21 E01999001 from 2024-01-01" in refused.value.problem


def test_a_release_that_is_refused_leaves_nothing(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built / POLICY).write_text(THRESHOLD, encoding="utf-8")
    monkeypatch.setattr("hereabouts.release.prepare.attack_families", worked_out)
    before = everything(built)
    with pytest.raises(DisclosureError, match="2 hidden counts"):
        release(open_workspace(built), audience=Audience.OPEN)
    assert everything(built) == before


def test_the_report_says_why_each_row_is_hidden_and_what_that_costs(built: Path) -> None:
    report = rehearse(open_workspace(built), audience=Audience.OPEN).report
    assert total_of(report, "hidden") == sum(reasons_of(report).values()) == 1
    assert reasons_of(report)["small_count"] == 1
    (small,) = (row for row in report["hidden"] if row["hidden"])
    assert small["share_hidden"] == 1 / small["rows"]
    assert 0 < small["share_of_total_hidden"] < small["share_hidden"]
    assert 0 < small["mean_change_by_rounding"] <= 2
    assert report["policies"][0]["approved_by"]


def test_rows_hidden_beside_others_are_told_apart_from_small_ones(built: Path) -> None:
    (built / POLICY).write_text(THRESHOLD, encoding="utf-8")
    report = rehearse(open_workspace(built), audience=Audience.OPEN).report
    why = reasons_of(report)
    assert why["small_count"] == 1
    assert why["beside_others"] == total_of(report, "hidden") - 1 > 0


def test_the_report_has_a_place_to_sign(built: Path) -> None:
    words = report_in_words(rehearse(open_workspace(built), audience=Audience.OPEN).report)
    for heading in ("What was hidden, and why", "Policies", "Attack", "Signed"):
        assert f"## {heading}" in words
    assert "| a small count | 1 |" in words


def test_an_audience_that_sees_all_has_nothing_hidden_to_report(built: Path) -> None:
    report = rehearse(open_workspace(built), audience=Audience.INTERNAL).report
    assert (report["hidden"], report["attack"]["cells_hidden"]) == ([], 0)


def test_a_later_release_says_which_it_was_held_against(built: Path) -> None:
    release(open_workspace(built), audience=Audience.OPEN)
    made = rehearse(open_workspace(built), audience=Audience.OPEN)
    assert made.description["number"] == 2
    assert made.description["attack"]["held_against"] == [1]


def test_a_dry_run_prints_the_report_and_leaves_nothing_behind(built: Path) -> None:
    before, there = everything(built), folders(built)
    done = CliRunner().invoke(main, ["release", "--dry-run", "-C", str(built)])
    assert done.exit_code == 0
    assert "nothing was kept" in done.stderr
    assert "# Disclosure report: open release 1" in done.stdout
    assert everything(built) == before
    assert folders(built) <= there | {".hereabouts/scratch"}


def test_a_dry_run_writes_the_report_where_it_is_told(built: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    where = ["release", "--dry-run", "--report", str(target), "-C", str(built)]
    done = CliRunner().invoke(main, where)
    assert done.exit_code == 0
    assert "## Signed" in target.read_text("utf-8")
    assert "## Signed" not in done.stdout
    assert "library.members" in done.stdout


def test_an_attack_is_told_by_family(released: Path) -> None:
    done = CliRunner().invoke(main, ["attack", "-C", str(released)])
    assert done.exit_code == 0
    assert done.stdout.split()[:4] == ["family", "hidden", "exactly", "too"]
    assert "library.members" in done.stdout


def test_releases_that_are_too_old_to_be_held_against_are_told_of(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = release(open_workspace(built), audience=Audience.OPEN).folder
    shutil.copytree(folder, folder.with_name("0000-open"))
    monkeypatch.setattr("hereabouts.release.said_before.AT_MOST", 1)
    done = CliRunner().invoke(main, ["release", "--dry-run", "-C", str(built)])
    assert done.exit_code == 0, done.output
    assert "warning: 1 older releases are not held against this one" in done.stderr
