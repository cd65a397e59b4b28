"""What stands is what the folder says now; what is wrong with it opens nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hereabouts.errors import GoverningError
from hereabouts.govern.access.standing import Access
from hereabouts.govern.access.words import Action, Asked
from hereabouts.govern.audit import AuditLog
from hereabouts.model.person import Person, Role
from hereabouts.project import sharing_folder
from hereabouts.project.folder import ProjectFile

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
ANA = Person(id="ana", organisation="wold_icb", roles={"library": frozenset({Role.READER})})
ASKED = Asked(
    person=ANA, action=Action.READ, product="library.membership", now=NOON, purpose="reading_plan"
)
CURFEW = '@id("closed") @says("the library is closed") forbid (principal, action, resource);\n'
Standing = Callable[[], Access]


def test_an_agreement_in_the_folder_opens_its_product(standing: Standing) -> None:
    access = standing()
    assert access.decide(ASKED).relied_on == "agreement:reading"
    assert access.problems() == ()


def test_an_agreement_revoked_in_its_file_opens_nothing_from_then_on(
    place: Path, standing: Standing
) -> None:
    access = standing()
    assert access.decide(ASKED).allowed
    file = place / "agreements/reading.yml"
    file.write_text(file.read_text() + "revoked_on: 2026-11-29\nrevoked_why: A mistake.\n")
    assert access.decide(ASKED).clause == "agreement.revoked"
    file.unlink()
    assert access.decide(ASKED).clause == "nothing-opens-it"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lawful_basis: 6(1)(e)\n", ""),
        ("ends_on: 2027-03-31", "ends_on: 2026-03-31"),
        ("title: Reading plan", "title: [Reading"),
        ("providers: [doggerland]", "providers: [wold_icb]"),
    ],
)
def test_an_agreement_with_a_fault_opens_nothing_and_stops_no_other(
    place: Path, standing: Standing, old: str, new: str
) -> None:
    file = place / "agreements/reading.yml"
    text = file.read_text()
    (place / "agreements/second.yml").write_text(text.replace("Reading plan", "Second plan"))
    file.write_text(text.replace(old, new))
    access = standing()
    assert access.decide(ASKED).relied_on == "agreement:second"
    files = {str(problem.at).partition(":")[0] for problem in access.problems()}
    assert files == {"agreements/reading.yml"}


def test_a_policy_with_a_typo_is_refused_and_the_last_good_one_stands(
    place: Path, standing: Standing
) -> None:
    policy = place / "policies/access/closing.cedar"
    policy.write_text(CURFEW)
    access = standing()
    assert access.decide(ASKED).policy == "closed"
    policy.write_text(CURFEW.replace("forbid", "fobrid"))
    assert access.decide(ASKED).policy == "closed"
    assert [problem.code for problem in access.problems()] == ["G110"]
    assert standing().decide(ASKED).policy == "closed", "a restart forgets none"
    policy.write_text(CURFEW.replace("closed", "shut"))
    assert access.decide(ASKED).policy == "shut"
    assert access.problems() == ()
    said = [(one.action, one.outcome) for one in access.audit.records(action="policy.")]
    assert said[:2] == [("policy.adopted", "done"), ("policy.refused", "refused")]
    assert said[-1] == ("policy.adopted", "done")


def test_nothing_is_served_by_policies_that_never_were_good(
    place: Path, standing: Standing
) -> None:
    (place / "policies/access/closing.cedar").write_text("permit everything;")
    with pytest.raises(GoverningError) as refused:
        standing()
    assert refused.value.code == "G110"


def test_a_policy_that_fails_its_test_is_not_adopted(place: Path, standing: Standing) -> None:
    (place / "policies/access/board_test.yml").write_text(
        "- {name: The board reads memberships, person: {organisation: wold_icb, roles:"
        " {library: [reader]}}, action: read, product: library.membership, purpose: reading_plan,"
        " on: 2026-11-29, expect: allowed, because: agreement}\n"
    )
    access = standing()
    (place / "policies/access/closing.cedar").write_text(CURFEW)
    assert access.decide(ASKED).allowed
    (problem,) = access.problems()
    assert problem.code == "G112"
    assert "the library is closed" in problem.problem


def test_a_clock_that_is_set_back_opens_nothing_that_is_over(place: Path) -> None:
    times = [datetime(2027, 4, 2, tzinfo=UTC)]
    access = Access(place, check_seconds=0, clock=lambda: times[-1])
    assert access.decide(replace(ASKED, now=access.now())).clause == "agreement.ended"
    access.record(ASKED, access.decide(ASKED), door="page")
    times.append(NOON)
    assert access.decide(replace(ASKED, now=access.now())).clause == "agreement.ended"
    again = Access(place, check_seconds=0, clock=lambda: NOON)
    assert again.now() == times[0], "the audit log remembers how late it was"


def test_a_decision_is_recorded_with_what_it_rested_on_and_no_name(standing: Standing) -> None:
    access = standing()
    trained = replace(ASKED, person=replace(ANA, training_valid_to=date(2027, 1, 1)))
    access.record(trained, access.decide(trained), door="api")
    (record,) = access.audit.records(action="data.")
    assert (record.actor, record.action, record.object, record.outcome) == (
        "person:ana",
        "data.read",
        "product:library.membership",
        "allowed",
    )
    assert record.detail == {
        "door": "api",
        "purpose": "reading_plan",
        "columns": [],
        "areas": ["*"],
        "policy": "agreement",
        "clause": "",
        "relied_on": "agreement:reading",
        "organisation": "wold_icb",
        "roles": {"library": ["reader"]},
        "training_valid_to": "2027-01-01",
    }


def test_a_file_that_did_not_change_is_not_read_again(
    place: Path, standing: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = standing()
    read: list[str] = []
    ours = sharing_folder._read  # noqa: SLF001

    def reading(root: Path, file: ProjectFile) -> Any:
        read.append(file.path)
        return ours(root, file)

    monkeypatch.setattr(sharing_folder, "_read", reading)
    access.decide(ASKED)
    assert read == []
    (place / "purposes.yml").write_text("reading_plan: To plan them well.\n")
    access.decide(ASKED)
    assert read == ["purposes.yml"]


def test_the_log_that_decisions_are_kept_in_is_the_one_of_the_place(
    place: Path, standing: Standing
) -> None:
    access = standing()
    access.record(ASKED, access.decide(ASKED), door="page")
    since = NOON.date() - timedelta(days=1)
    assert len(list(AuditLog(place).records(since=since, action="data."))) == 1
