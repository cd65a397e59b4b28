"""A release says who receives what, and names nobody who signed and no single reader."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hereabouts.govern.audit import AuditLog
from hereabouts.model.policy import Audience
from hereabouts.model.project import Project
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import load
from hereabouts.release.describe_agreements import describe_agreements
from hereabouts.release.make import Release
from hereabouts.release.reader import latest
from hereabouts.release.request import Reads
from tests.unit.release.test_describe_terms import request

ORGANISATIONS = """
doggerland: {title: Doggerland Council, kind: council, contact: data@doggerland.example.org,
  data_protection_officer: Petra Officer, domains: [library]}
wold_icb: {title: Wold ICB, kind: icb}
"""
AGREEMENT = """title: Members for the plan
providers: [doggerland]
recipients: [wold_icb]
purposes: [plan]
objective: To see where few residents are members.
benefits: Libraries stand where people are.
lawful_basis: 6(1)(e)
products:
  - {product: library.membership, columns: [area_code, members_count], areas: [D001, D002],
     area_column: area_code}
starts_on: 2026-04-01
ends_on: 2027-03-31
review_on: 2027-01-15
retention: 2 y
dpia: DPIA-9
approved_by: Sam Signatory
approved_on: 2026-03-20
contact: Carol Contact
"""
MAY = date(2026, 5, 1)


def agree(place: Path, agreement: str = AGREEMENT) -> None:
    (place / "agreements").mkdir(exist_ok=True)
    (place / "agreements/plan.yml").write_text(agreement, "utf-8")
    (place / "organisations.yml").write_text(ORGANISATIONS, "utf-8")
    (place / "purposes.yml").write_text("plan: To plan libraries.\n", "utf-8")


@pytest.fixture
def project(built: Path) -> Project:
    agree(built)
    return load(built)


def test_the_register_says_who_what_why_and_until_when(project: Project) -> None:
    (said,) = describe_agreements(request(project=project), MAY)
    assert said["purposes"] == ["To plan libraries."]
    assert said["recipients"] == ["wold_icb"]
    assert (said["starts_on"], said["ends_on"]) == ("2026-04-01", "2027-03-31")
    assert said["assessed"] is True
    (share,) = said["shared"]
    assert share["areas"] == 2
    assert len(share["columns"]) == 2


def test_nobody_who_signed_or_answers_is_named(project: Project) -> None:
    said = json.dumps(describe_agreements(request(project=project), MAY))
    for name in ("Sam Signatory", "Carol Contact", "Petra Officer", "DPIA-9"):
        assert name not in said


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 3, 1), True),  # signed, and not yet begun
        (date(2027, 3, 31), True),
        (date(2028, 3, 31), True),  # over for a year
        (date(2028, 4, 2), False),
    ],
)
def test_one_that_is_over_stays_for_a_year(project: Project, day: date, *, shown: bool) -> None:
    assert bool(describe_agreements(request(project=project), day)) is shown


def test_one_that_was_revoked_goes_a_year_after(built: Path) -> None:
    agree(built, AGREEMENT + "revoked_on: 2026-06-01\nrevoked_why: It was not needed.\n")
    said = request(project=load(built))
    assert describe_agreements(said, date(2027, 6, 1))[0]["revoked_on"] == "2026-06-01"
    assert describe_agreements(said, date(2027, 6, 4)) == []


@given(st.dictionaries(st.sampled_from([MAY, date(2026, 6, 1)]), st.integers(0, 9)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_small_number_of_reads_is_never_said(project: Project, counts: dict[date, int]) -> None:
    reads = Reads(since=MAY, counts={"plan": counts})
    (said,) = describe_agreements(request(project=project, reads=reads), MAY)
    shown = {one["month"]: one["count"] for one in said["reads"]}
    assert shown == {
        month.isoformat(): count if count >= 5 else None for month, count in counts.items() if count
    }


def _day(text: str) -> Callable[[], datetime]:
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return lambda: moment


def make(place: Path) -> Release:
    return release(open_workspace(place), audience=Audience.OPEN)


def test_reads_of_a_month_that_is_over_make_a_new_release(built: Path) -> None:
    agree(built)
    first = make(built)
    assert make(built).new is False
    last_month = datetime.now(UTC).date().replace(day=1) - timedelta(days=3)
    log = AuditLog(built, clock=_day(f"{last_month.isoformat()} 12:00"))
    for _ in range(6):
        log.append(
            action="data.read",
            actor="person:1",
            object="product:library.membership",
            outcome="allowed",
            detail={"relied_on": "agreement:plan"},
            durable=False,
        )
    second = make(built)
    assert (second.new, second.number) == (True, first.number + 1)
    manifest = latest(built, audience=Audience.OPEN).manifest
    assert manifest.reads_since == last_month
    (agreement,) = manifest.agreements
    assert [(one.month, one.count) for one in agreement.reads] == [(last_month.replace(day=1), 6)]
    assert agreement.shared[0].areas == 2
    assert make(built).new is False
