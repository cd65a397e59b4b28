"""People judge how mature the use of data is; the platform counts what it knows, and no more."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.cli import main
from hereabouts.errors import ProblemsError
from hereabouts.govern.maturity.evidence import Evidence, Found, People, evidence_of
from hereabouts.govern.maturity.report import maturity_report, page
from hereabouts.govern.records.known import Known, Measures
from hereabouts.model.maturity import LEVELS, TOPICS
from hereabouts.project import load
from tests.unit.govern.people_place import declare
from tests.unit.govern.records.conftest import TODAY, sharing_place, written_place

__all__ = ["sharing_place", "written_place"]
JUDGED = """knowing_your_data:
  - assessed_on: 2026-05-01
    level: 3
    why: Everything new is <in> the catalogue.
    assessed_by: Data board
    actions:
      - {what: Describe the old systems., owner: Head of data, by: 2026-10-01}
      - {what: Name stewards., owner: Head of data, by: 2026-09-01, done_on: 2026-08-01}
  - {assessed_on: 2025-05-01, level: 2, why: There is a list., assessed_by: Data board}
ethics:
  - {assessed_on: 2026-05-01, level: 1, why: Nobody asks., assessed_by: Data board}
"""
Run = Callable[..., Result]


def found_of(place: Path, **said: object) -> Found:
    known = Known(project=load(place), today=TODAY)
    return Found(known=known, **said)  # type: ignore[arg-type]


def counts(found: Found, topic: str) -> dict[str, str]:
    return {one.what: one.said for one in evidence_of(topic, found)}


@pytest.fixture
def run(sharing_place: Path) -> Run:
    def command(*words: str) -> Result:
        return CliRunner().invoke(main, ["maturity", *words, "-C", str(sharing_place)])

    return command


def test_there_are_ten_topics_and_five_levels() -> None:
    assert len(TOPICS) == 10
    assert list(LEVELS) == [1, 2, 3, 4, 5]
    assert all(topic.questions for topic in TOPICS.values())


def test_nobody_but_people_gives_a_level(sharing_place: Path) -> None:
    topics = maturity_report(found_of(sharing_place))
    assert [one.name for one in topics] == [*TOPICS]
    assert {one.latest for one in topics} == {None}
    assert all(one.evidence for one in topics)


def test_what_people_judged_is_kept_by_day_whatever_its_order(sharing_place: Path) -> None:
    declare(sharing_place, "maturity.yml", JUDGED)
    topics = {one.name: one for one in maturity_report(found_of(sharing_place))}
    known = topics["knowing_your_data"]
    assert [one.level for one in known.judged] == [2, 3]
    assert known.latest is not None
    assert known.latest.level == 3
    assert [one.what for one in known.actions] == ["Describe the old systems."]
    assert known.actions[0].is_overdue(TODAY)


@pytest.mark.parametrize(
    ("day", "level"),
    [(date(2025, 4, 30), None), (date(2025, 5, 1), 2), (date(2026, 4, 30), 2), (TODAY, 3)],
)
def test_the_level_on_a_day_is_the_last_given_by_then(
    sharing_place: Path, day: date, level: int | None
) -> None:
    declare(sharing_place, "maturity.yml", JUDGED)
    maturity = load(sharing_place).maturity
    assert maturity is not None
    assert maturity.level_on("knowing_your_data", day) == level


def test_evidence_is_counted_from_the_project_s_own_files(sharing_place: Path) -> None:
    found = found_of(sharing_place)
    managing = counts(found, "managing_data")
    assert managing["products that are not open under a retention schedule"].startswith("1 of ")
    ethics = counts(found, "ethics")
    assert ethics["products about people with an impact assessment"] == "1 of 3 (33%)"
    assert ethics["products about people with a lawful basis"] == "3 of 3 (100%)"
    engaging = counts(found, "engaging_with_others")
    assert engaging["agreements in force"] == "1 of 1 (100%)"
    answers = counts(found, "responsibility")
    assert answers["agreements in force not overdue for review"] == "1 of 1 (100%)"


def test_what_is_not_known_is_said_and_not_guessed(sharing_place: Path) -> None:
    found = found_of(sharing_place)
    assert set(counts(found, "skills_and_knowledge").values()) == {"not known"}
    assert counts(found, "managing_data")["products whose quality is measured"] == "not known"
    trained = found_of(sharing_place, people=People(count=8, trained=6))
    assert set(counts(trained, "skills_and_knowledge").values()) == {"6 of 8 (75%)"}


def test_protection_counts_what_is_so(sharing_place: Path) -> None:
    bare = counts(found_of(sharing_place), "protecting_data")
    assert bare["audit logs whose chain holds"] == "0 of 1 (0%)"
    known = Known(project=load(sharing_place), today=TODAY, measures=Measures(chained_log=True))
    kept = counts(Found(known=known), "protecting_data")
    assert kept["audit logs whose chain holds"] == "1 of 1 (100%)"


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_share_is_said_with_how_many_of_how_many(count: int, more: int) -> None:
    said = Evidence(what="things", count=count, of=count + more).said
    assert said == "there are none" if not count + more else said.startswith(f"{count} of ")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("level: 3", "level: 6", "P1"),
        ("ethics:", "ethos:", "P1"),
        ("2025-05-01", "2026-05-01", "P542"),
        ("    why: Everything new is <in> the catalogue.\n", "", "P1"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    sharing_place: Path, old: str, new: str, code: str
) -> None:
    assert old in JUDGED
    declare(sharing_place, "maturity.yml", JUDGED.replace(old, new))
    with pytest.raises(ProblemsError) as refused:
        load(sharing_place)
    assert {one.code[: len(code)] for one in refused.value.problems} == {code}


def test_the_page_shows_levels_over_time_and_escapes(sharing_place: Path) -> None:
    declare(sharing_place, "maturity.yml", JUDGED)
    found = found_of(sharing_place)
    html = page(maturity_report(found), found)
    row = html.split('<th scope="row">Knowing the data you have</th>')[1].split("</tr>")[0]
    assert row == "<td>2, Emerging</td><td>3, Learning</td>"
    assert "Everything new is &lt;in&gt; the catalogue." in html
    assert "<strong>(overdue)</strong>" in html
    assert "<script" not in html


def test_the_command_prints_a_table_json_or_a_page(
    run: Run, sharing_place: Path, tmp_path: Path
) -> None:
    declare(sharing_place, "maturity.yml", JUDGED)
    table = run().output
    assert "3, Learning" in table
    assert "not judged" in table
    said = json.loads(run("--json").output)
    assert [one["topic"] for one in said] == [*TOPICS]
    assert said[3]["level"] == 3
    assert [one["level"] for one in said[3]["history"]] == [2, 3]
    assert said[0]["level"] is None
    assert run("--out", str(tmp_path / "page.html")).exit_code == 0
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "[G147]" in run("--out", str(tmp_path / "no" / "page.html")).output
