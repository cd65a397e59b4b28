"""What was really asked is asked again of a draft: who gains, who loses."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from hereabouts.cli import main
from hereabouts.govern.access.policy_set import join_policies
from hereabouts.govern.access.rehearsal import facts_of_draft, read_draft, rehearse
from hereabouts.govern.access.standing import Access
from hereabouts.govern.audit import AuditLog
from tests.unit.govern.access.test_standing_access import ANA, ASKED

POLICE = replace(ANA, id="pc", organisation="doggerland_police")
TRAINED = date(2027, 1, 1)


def ask(access: Access) -> None:
    """Two of the board read twice each; one of the police is refused."""
    for person in (ANA, ANA, replace(ANA, id="bob"), POLICE):
        asked = replace(ASKED, person=replace(person, training_valid_to=TRAINED))
        access.record(asked, access.decide(asked), door="page")


def draft_of(place: Path, old: str, new: str) -> Path:
    """A copy of the place whose agreement says something else."""
    draft = place.parent / "draft"
    shutil.copytree(place, draft, ignore=shutil.ignore_patterns(".hereabouts"))
    file = draft / "agreements/reading.yml"
    file.write_text(file.read_text().replace(old, new))
    return draft


def test_who_would_gain_and_who_would_lose_is_told(
    place: Path, standing: Callable[[], Access]
) -> None:
    organisations = place / "organisations.yml"
    organisations.write_text(
        organisations.read_text() + "doggerland_police: {title: Police, kind: police}\n"
    )
    ask(standing())
    draft = read_draft(draft_of(place, "[wold_icb]", "[doggerland_police]"))
    found = rehearse(
        AuditLog(place).records(), facts=facts_of_draft(draft), policies=join_policies({})
    )
    assert (found.asked, found.unlike) == (4, 4)
    lost, gained = found.changed
    assert (lost.gains, lost.organisation, lost.times, lost.people) == (False, "wold_icb", 3, 2)
    assert (lost.before, lost.after) == ("agreement", "nothing-opens-it")
    assert (gained.gains, gained.organisation, gained.times) == (True, "doggerland_police", 1)
    assert gained.after == "agreement"


def test_the_same_policies_change_nothing(place: Path, standing: Callable[[], Access]) -> None:
    ask(standing())
    draft = read_draft(place)
    found = rehearse(
        AuditLog(place).records(), facts=facts_of_draft(draft), policies=join_policies({})
    )
    assert (found.asked, found.unlike, found.changed) == (4, 0, ())


def test_the_command_replays_the_log_and_leaves_it_as_it_was(
    place: Path, standing: Callable[[], Access]
) -> None:
    ask(standing())
    before = [record.hash for record in AuditLog(place).records()]
    draft = draft_of(place, "purposes: [reading_plan]", "purposes: [marketing]")
    (draft / "purposes.yml").write_text("marketing: To sell.\nreading_plan: To plan.\n")
    ran = CliRunner().invoke(
        main, ["access", "rehearse", "-C", str(place), "--draft", str(draft), "--json"]
    )
    assert ran.exit_code == 0, ran.output
    (lost,) = json.loads(ran.stdout)
    assert (lost["who"], lost["times"], lost["after"]) == ("loses", 3, "agreement.purpose")
    assert "4 questions asked again; 3 would be answered otherwise" in ran.stderr
    assert [record.hash for record in AuditLog(place).records()] == before


def test_a_question_can_be_asked_without_asking_for_data(place: Path) -> None:
    asked = ["access", "ask", "library.membership", "-C", str(place), "--organisation", "wold_icb"]
    run = CliRunner()
    whole = [*asked, "--role", "reader", "--on", "2026-11-29", "--json"]
    refused = json.loads(run.invoke(main, whole).stdout)
    assert (refused["allowed"], refused["clause"]) == (False, "agreement.purpose")
    allowed = json.loads(run.invoke(main, [*whole, "--purpose", "reading_plan"]).stdout)
    assert allowed["relied_on"] == "agreement:reading"
    assert not list(AuditLog(place).records())


def test_policy_tests_are_run_by_a_command(place: Path) -> None:
    test = place / "policies/access/board_test.yml"
    line = (
        "- {name: Nobody reads unasked, action: read, product: library.membership,"
        " on: 2026-11-29, expect: refused}\n"
    )
    test.write_text(line)
    good = CliRunner().invoke(main, ["access", "test", "-C", str(place)])
    assert good.exit_code == 0
    assert "1 of 1 answers are as they must be" in good.stderr
    test.write_text(line.replace("refused", "allowed"))
    bad = CliRunner().invoke(main, ["access", "test", "-C", str(place)])
    assert bad.exit_code == 17
    assert "you have not signed in" in bad.stdout
