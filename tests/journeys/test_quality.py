"""A product goes red, is accepted for a time, and is put right row by row."""

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hereabouts.pipeline.quality_assess import assess
from hereabouts.pipeline.workspace import open_workspace
from tests.journeys.conftest import Run

pytestmark = pytest.mark.journey
MEMBERSHIP = "library.membership"
ACCEPTED = """accepted:
  - by: {by}
    on: 2026-01-01
    until: {until}
    why: The supplier sends a new file next month.
    rules: [{rules}]
"""


def spoil(place: Path) -> None:
    """Two rows that cannot be, one of them a formula."""
    inbox = place / "inbox" / "membership.csv"
    text = inbox.read_text("utf-8")
    assert "E01999001,1410,212\n" in text
    assert "E01999002,1685," in text
    text = text.replace("E01999001,1410,212\n", "E01999001,1410,=2+5\n")
    inbox.write_text(text.replace("E01999002,1685,", "E01999002,many,"), "utf-8")


def accept(place: Path, *, until: str, rules: str = "delivery") -> None:
    said = ACCEPTED.format(by="libraries@example.org", until=until, rules=rules)
    (place / "products/library/membership/quality.yml").write_text(said, "utf-8")


def standing(run: Run) -> dict[str, object]:
    found = {row["product"]: row for row in json.loads(run("check", "--json").stdout)}
    return dict(found[MEMBERSHIP])


@pytest.fixture
def spoiled(built: Path, run: Run) -> Path:
    """Built, and then sent a file with two rows that break the contract."""
    spoil(built)
    assert run("build").exit_code == 11
    return built


def test_what_is_right_is_green_and_what_nothing_measures_is_not_measured(
    built: Path,
    run: Run,
) -> None:
    checked = run("check")
    assert checked.exit_code == 0, checked.output
    found = standing(run)
    assert (found["rating"], found["score"]) == ("green", 100)
    assert found["dimensions"] == {
        "completeness": 100,
        "uniqueness": 100,
        "consistency": 100,
        "timeliness": 100,
        "validity": 100,
        "accuracy": None,
    }


def test_a_red_product_is_released_only_when_its_owner_accepts_it(spoiled: Path, run: Run) -> None:
    assert run("check").exit_code == 11
    assert standing(run)["rating"] == "red"
    refused = run("release")
    assert refused.exit_code == 16
    assert MEMBERSHIP in refused.stderr
    assert "what came last was refused" in refused.stderr
    assert "quality.yml" in refused.stderr
    accept(spoiled, until="2020-01-01")
    assert run("release").exit_code == 10, "one that ends before it begins is a mistake"
    accept(spoiled, until="2999-01-01", rules="freshness")
    assert run("release").exit_code == 16, "something else was accepted"
    accept(spoiled, until="2999-01-01")
    assert run("release").exit_code == 0
    assert run("check").exit_code == 0
    said = json.loads((spoiled / ".hereabouts/releases/0001-open/release.json").read_text("utf-8"))
    quality = {one["id"]: one["quality"] for one in said["products"]}
    assert quality[MEMBERSHIP]["rating"] == "red"
    assert quality[MEMBERSHIP]["accepted"] == {
        "by": "libraries@example.org",
        "until": "2999-01-01",
        "why": "The supplier sends a new file next month.",
    }
    assert quality["geography.area"]["rating"] == "green"


def test_an_acceptance_that_has_ended_lets_nothing_pass(spoiled: Path) -> None:
    accept(spoiled, until="2026-03-31")
    workspace = open_workspace(spoiled)
    last_day = datetime(2026, 3, 31, 23, tzinfo=UTC)
    (held,) = assess(workspace, [MEMBERSHIP], now=last_day)
    assert not held.stops_a_release
    (ended,) = assess(workspace, [MEMBERSHIP], now=last_day + timedelta(hours=2))
    assert ended.stops_a_release


def test_rows_are_exported_corrected_replayed_and_withdrawn(
    spoiled: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "rows.csv"
    assert run("quarantine", MEMBERSHIP, "--export", str(file)).exit_code == 0
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["_row"] for row in rows] == ["2", "3"]
    assert rows[0]["members_count"] == "'=2+5", "no spreadsheet runs it"
    by = ["--by", "Ann", "--why", "Typed from the branch's own sheet"]
    untouched = run("quarantine", MEMBERSHIP, "--replay", str(file), *by)
    assert (untouched.exit_code, "fixes nothing" in untouched.stderr) == (11, True)
    rows[0]["members_count"], rows[1]["residents_count"] = "212", "1,685"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert run("quarantine", MEMBERSHIP, "--replay", str(file)).exit_code == 2, "by whom, and why?"
    assert run("quarantine", MEMBERSHIP, "--replay", str(file), *by).exit_code == 0
    rebuilt = {row["step"]: row for row in json.loads(run("build", "--json").stdout)}
    assert (rebuilt[MEMBERSHIP]["rows_out"], rebuilt[MEMBERSHIP]["rows_quarantined"]) == (12, 0)
    assert standing(run)["rating"] == "green"
    assert json.loads(run("build", "--json").stdout) == [], "corrected rows are part of the plan"
    history = json.loads(run("check", MEMBERSHIP, "--history", "--json").stdout)
    assert [(row["outcome"], row["rating"]) for row in history] == [
        ("made", "green"),
        ("refused", "red"),
        ("made", "green"),
    ]
    again = run("quarantine", MEMBERSHIP, "--replay", str(file), *by)
    assert again.exit_code == 11, "they are not in quarantine any more"
    assert run("quarantine", MEMBERSHIP, "--withdraw").exit_code == 0
    assert run("build").exit_code == 11
    assert spoiled.is_dir()


def test_a_share_of_bad_rows_that_is_allowed_grows_the_table_when_corrected(
    built: Path, run: Run, tmp_path: Path
) -> None:
    contract = built / "products/library/membership/contract.odcs.yaml"
    text = contract.read_text("utf-8")
    assert "badRowsAtMost, value: 0.0" in text
    contract.write_text(text.replace("badRowsAtMost, value: 0.0", "badRowsAtMost, value: 0.5"))
    spoil(built)
    assert run("build").exit_code == 0
    assert 90 < float(str(standing(run)["score"])) < 100, "allowed, and not hidden"
    file = tmp_path / "rows.csv"
    run("quarantine", MEMBERSHIP, "--export", str(file))
    file.write_text(file.read_text("utf-8").replace("'=2+5", "7"), "utf-8")
    done = run("quarantine", MEMBERSHIP, "--replay", str(file), "--by", "A", "--why", "Told so")
    assert "kept 1 corrected rows" in done.stderr
    made = {row["step"]: row for row in json.loads(run("build", "--json").stdout)}
    assert (made[MEMBERSHIP]["rows_out"], made[MEMBERSHIP]["rows_quarantined"]) == (11, 1)


def test_a_corrected_row_that_changed_meanwhile_stops_the_product(
    built: Path, run: Run, tmp_path: Path
) -> None:
    spoil(built)
    run("build")
    file = tmp_path / "rows.csv"
    run("quarantine", MEMBERSHIP, "--export", str(file))
    file.write_text(file.read_text("utf-8").replace("'=2+5", "7").replace("many", "9"), "utf-8")
    run("quarantine", MEMBERSHIP, "--replay", str(file), "--by", "A", "--why", "Told so")
    contract = built / "products/library/membership/contract.odcs.yaml"
    text = contract.read_text("utf-8")
    contract.write_text(text.replace("physicalName: Members", "physicalName: Residents"), "utf-8")
    changed = run("build")
    assert (changed.exit_code, "Q321" in changed.stderr) == (11, True)


def test_what_comes_right_by_itself_is_not_red_any_more(spoiled: Path, run: Run) -> None:
    inbox = spoiled / "inbox" / "membership.csv"
    text = inbox.read_text("utf-8").replace("=2+5", "212").replace("many", "1685")
    inbox.write_text(text, "utf-8")
    assert run("build").exit_code == 0
    assert standing(run)["rating"] == "green"


def test_a_product_is_amber_when_overdue_and_red_after_a_whole_period(
    built: Path, run: Run
) -> None:
    due = datetime.fromisoformat(str(standing(run)["next_due"]))
    workspace = open_workspace(built)

    def at(now: datetime) -> tuple[str, int]:
        (found,) = assess(workspace, [MEMBERSHIP], now=now)
        assert found.score.rating
        assert found.timely
        return found.score.rating.value, found.timely.overdue_days

    assert at(due - timedelta(days=1)) == ("green", 0)
    assert at(due + timedelta(days=3)) == ("amber", 3)
    assert at(due + timedelta(days=800))[0] == "red"
