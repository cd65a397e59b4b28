"""A data team's first day, by the command line."""

import json
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from tests.journeys.conftest import Run

pytestmark = pytest.mark.journey


def observations(file: Path) -> list[tuple[object, ...]]:
    with duckdb.connect() as connection:
        return connection.execute(
            "select area_code, numerator, denominator, value, marker from read_parquet(?)"
            " where area_type = 'area' order by area_code",
            [str(file)],
        ).fetchall()


def test_a_new_folder_lints_clean_builds_and_releases(run: Run, tmp_path: Path) -> None:
    assert run("lint").exit_code == 0
    assert run("test").exit_code == 0
    built = run("build", "--json")
    assert built.exit_code == 0, built.stderr
    outcomes = {row["step"]: row["outcome"] for row in json.loads(built.stdout)}
    assert set(outcomes.values()) == {"made"}
    assert outcomes.keys() >= {"library.membership", "place.areas", "observations"}
    released = json.loads(run("release", "--json").stdout)
    assert (released["number"], released["new"]) == (1, True)
    file = tmp_path / "observations.parquet"
    place = tmp_path / "place"
    exported = CliRunner().invoke(
        main, ["export", "observations", str(file), "--folder", str(place)]
    )
    assert exported.exit_code == 0, exported.stderr
    rows = observations(file)
    assert len(rows) == 12
    assert rows[0] == ("E01999001", 210, 1410, pytest.approx(100 * 210 / 1410), None)
    assert rows[6] == ("E01999007", None, None, None, "[c]"), "3 members are hidden"
    assert rows[9][1:4] == (0, 1560, 0), "nobody is shown as nobody"


def test_nothing_runs_again_until_something_changes(run: Run, place: Path) -> None:
    assert run("build").exit_code == 0
    assert json.loads(run("build", "--json").stdout) == []
    inbox = place / "inbox" / "membership.csv"
    inbox.write_text(inbox.read_text("utf-8").replace("1410,212", "1410,220"), "utf-8")
    planned = {step["step"]: step["why"] for step in json.loads(run("plan", "--json").stdout)}
    assert planned == {
        "library.membership": "its files or what was received changed",
        "observations": "library.membership will change",
    }
    assert {row["step"] for row in json.loads(run("build", "--json").stdout)} == planned.keys()


def test_moving_a_line_changes_nothing(run: Run, place: Path) -> None:
    assert run("build").exit_code == 0
    contract = place / "products" / "library" / "membership" / "contract.odcs.yaml"
    contract.write_text("# a comment\n\n" + contract.read_text("utf-8"), "utf-8")
    assert json.loads(run("plan", "--json").stdout) == []


def test_the_same_release_is_not_made_twice(run: Run) -> None:
    run("build")
    assert json.loads(run("release", "--json").stdout)["new"]
    again = json.loads(run("release", "--json").stdout)
    assert (again["number"], again["new"]) == (1, False)


def test_an_internal_release_holds_exact_figures_and_an_open_one_never(
    run: Run, tmp_path: Path
) -> None:
    run("build")
    run("release")
    assert json.loads(run("release", "--audience", "internal", "--json").stdout)["number"] == 2
    place = str(tmp_path / "place")
    shown = {}
    for audience in ("open", "internal"):
        file = tmp_path / f"{audience}.parquet"
        arguments = ["export", "observations", str(file), "-C", place, "--audience", audience]
        assert CliRunner().invoke(main, arguments).exit_code == 0
        shown[audience] = observations(file)[6]
    assert shown["open"] == ("E01999007", None, None, None, "[c]")
    assert shown["internal"][:3] == ("E01999007", 3, 1287)


def test_status_says_what_was_made_and_released(run: Run) -> None:
    run("build")
    run("release")
    said = json.loads(run("status", "--json").stdout)
    membership = next(p for p in said["products"] if p["product"] == "library.membership")
    assert (membership["rows"], membership["last_run"]) == ("12", "made")
    assert [release["release"] for release in said["releases"]] == [1]


def test_a_run_records_rows_and_where_each_column_comes_from(run: Run, place: Path) -> None:
    run("build")
    with duckdb.connect() as connection:
        found = connection.execute(
            "select rows_in, rows_out, rows_quarantined, lineage from read_parquet($1)"
            " where step = 'library.membership'",
            [[str(p) for p in (place / ".hereabouts/lake/_runs").glob("*.parquet")]],
        ).fetchone()
    assert found is not None
    assert found[:3] == (12, 12, 0)
    assert json.loads(found[3])["members_count"] == ["received.Members"]


def test_an_error_is_explained(run: Run) -> None:
    explained = CliRunner().invoke(main, ["explain", "P103"])
    assert explained.exit_code == 0
    assert "P103" in explained.stdout
    assert CliRunner().invoke(main, ["explain", "X999"]).exit_code == 2
