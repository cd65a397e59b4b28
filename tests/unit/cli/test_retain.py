"""The commands that delete and answer: what they print, and what they refuse."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hereabouts.cli import main
from tests.unit.govern.conftest import people_place, people_place_built
from tests.unit.govern.people_place import ANNA, declare, schedule

__all__ = ["people_place", "people_place_built"]


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-C", str(folder)])


@pytest.fixture
def keys(tmp_path: Path) -> str:
    (tmp_path / "keys.csv").write_text(f"nhs_number\n{ANNA}\n", "utf-8")
    return str(tmp_path / "keys.csv")


def test_a_preview_says_what_would_go_and_changes_nothing(people_place: Path) -> None:
    declare(people_place, "policies/retention/visits.yml", schedule())
    said = run(people_place, "retain", "preview", "--json")
    assert json.loads(said.stdout) == [
        {
            "schedule": "visits",
            "then": "delete",
            "since": "2023-03-01",
            "product": "care.visits",
            "rows": 1,
            "of": 4,
            "elsewhere": 1,
            "files": 1,
            "held_by": "",
            "releases": "",
        }
    ]
    assert "1 of 1 products have something to go; nothing was changed" in said.stderr
    assert json.loads(run(people_place, "retain", "preview", "--json").stdout)[0]["rows"] == 1


def test_a_run_wants_the_name_of_the_schedule_in_full(people_place: Path) -> None:
    declare(people_place, "policies/retention/visits.yml", schedule())
    by = ("--by", "Records manager")
    wrong = run(people_place, "retain", "run", "--confirm", "visit", *by)
    assert wrong.exit_code == 17
    assert "there is no retention schedule 'visit' [G137]" in wrong.stderr
    done = run(people_place, "retain", "run", "--confirm", "visits", *by)
    assert done.exit_code == 0
    assert "certificate (verified): " in done.stderr
    again = run(people_place, "retain", "run", "--confirm", "visits", *by)
    assert "nothing is to go under 'visits'" in again.stderr


def test_an_erasure_is_previewed_confirmed_and_says_what_to_do_next(
    people_place: Path, keys: str
) -> None:
    erasing = ("retain", "erase", "--keys", keys, "--by", "DPO", "--reason", "Request 12")
    seen = run(people_place, *erasing, "--json")
    assert [(row["product"], row["rows"]) for row in json.loads(seen.stdout)] == [
        ("care.last_visits", 1),
        ("care.visits", 2),
    ]
    assert "nothing was changed" in seen.stderr
    wrong = run(people_place, *erasing, "--confirm", "nhs")
    assert (wrong.exit_code, "[G127]" in wrong.stderr) == (17, True)
    done = run(people_place, *erasing, "--confirm", "nhs_number")
    assert done.exit_code == 0
    assert "it makes care.by_area again without them" in done.stderr
    assert ANNA not in done.output + seen.output + wrong.output


def test_a_mark_is_printed_for_a_hold(people_place: Path, keys: str) -> None:
    first, second = (
        run(people_place, "retain", "marks", "nhs_number", "--keys", keys) for _ in "12"
    )
    assert first.stdout == second.stdout
    assert len(first.stdout.strip()) == 64


def test_an_answer_is_written_and_its_time_is_told(
    people_place: Path, keys: str, tmp_path: Path
) -> None:
    out = tmp_path / "answer"
    said = run(
        people_place,
        *("subject-access", "--keys", keys, "--out", str(out), "--received", "2026-11-02"),
        *("--paused", "2026-11-03", "2026-11-10"),
    )
    assert said.exit_code == 0, said.output
    assert "answer by 2026-12-09" in said.stderr
    assert sorted(path.name for path in out.iterdir()) == [
        "care.last_visits.csv",
        "care.visits.csv",
        "index.html",
    ]
    backwards = run(
        people_place,
        *("subject-access", "--keys", keys, "--out", str(out), "--received", "2026-11-02"),
        *("--paused", "2026-11-10", "2026-11-03"),
    )
    assert backwards.exit_code == 2
