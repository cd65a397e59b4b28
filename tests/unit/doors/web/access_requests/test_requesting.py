"""Asking for data: routed to approvers, decided, granted until a day, revoked; every step said."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web.access_requests.models import AccessRequest, GrantHeld
from hereabouts.doors.web.access_requests.reminders import remind
from hereabouts.doors.web.accounts.models import Account
from hereabouts.govern.access.standing import Access
from hereabouts.govern.audit import AuditLog
from tests.unit.doors.web.access_requests.asked_place import APPROVER, SECOND
from tests.unit.doors.web.access_requests.conftest import OpenBrowser
from tests.unit.doors.web.accounts.browser import Browser, enrolled

ACCESS, NURSES = "stroke.access", "workforce.staff"
NEXT_MONTH = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
ASKED = {
    "product": ACCESS,
    "purpose": "beds",
    "areas": "",
    "until": NEXT_MONTH,
    "projects": "A plan of beds; patients gain.",
    "settings": "On this site only.",
    "outputs": "Nothing that is not rounded.",
}
BANNER = "Internal: not for publication"


@dataclass
class Person:
    """Somebody at their browser."""

    browser: Browser
    account: Account

    def ask(self, **changes: str) -> Any:
        return self.browser.post("/account/requests/new/", **{**ASKED, **changes})

    def answer(self, request: str, step: str, words: str = "") -> Any:
        return self.browser.post(request, step=step, words=words)

    def works_on(self, purpose: str) -> None:
        self.browser.post("/account/access/", purpose=purpose)

    def sees_more(self) -> bool:
        return BANNER in self.browser.get("/").text


@pytest.fixture(autouse=True)
def nobody(open_browser: OpenBrowser) -> None:
    """Each test begins without anybody."""
    assert callable(open_browser)
    Account.objects.all().delete()


@pytest.fixture
def people(open_browser: OpenBrowser) -> Any:
    """`people("ana@board.example")` has signed in; owners of the council's data have roles."""

    def signed_in(email: str, *roles: tuple[str, str], organisation: str = "board") -> Person:
        account, secret = enrolled(email, *roles, organisation=organisation)
        browser = open_browser()
        browser.sign_in(email, secret)
        return Person(browser, account)

    return signed_in


def owner(people: Any, email: str = APPROVER) -> Person:
    found: Person = people(email, ("*", "owner"), organisation="council")
    return found


def steps_said(place: Path) -> list[str]:
    return [one.action for one in AuditLog(place).records(action="request.")]


def test_a_request_is_approved_used_and_ends(place: Path, people: Any) -> None:
    anne, ana = owner(people), people("ana@board.example")
    ana.works_on("beds")
    assert not ana.sees_more()
    address = ana.ask().headers["location"]
    assert "For you to decide" in anne.browser.get("/account/requests/").text
    shown = anne.browser.get(address).text
    assert "A plan of beds; patients gain." in shown
    assert "No training in handling information is known" in shown
    assert anne.answer(address, "approve").status_code == 302
    assert ana.sees_more()
    page = ana.browser.get("/indicator/access/within_30")
    assert page.headers["cache-control"] == "private, no-store"
    assert ana.browser.get("/indicator/workforce/nurses").status_code in (200, 404)
    GrantHeld.objects.update(ends=datetime.now(UTC) - timedelta(seconds=1))
    assert not ana.sees_more(), "access ends the second the grant does"
    said = [one for one in AuditLog(place).records(action="request.") if ana.account]
    assert [one.action for one in said][-2:] == ["request.asked", "request.approve"]
    assert said[-1].detail["state"] == "granted"
    assert not any("plan of beds" in str(one.detail) for one in said)


def test_a_refusal_says_why_and_opens_nothing(people: Any) -> None:
    anne, ana = owner(people), people("ana@board.example")
    address = ana.ask().headers["location"]
    unsaid = anne.answer(address, "refuse")
    assert unsaid.status_code == 400
    assert "Say why: whoever asked reads it." in unsaid.text
    anne.answer(address, "refuse", "Ask for fewer areas.")
    assert "Ask for fewer areas." in ana.browser.get(address).text
    ana.works_on("beds")
    assert not ana.sees_more()
    late = anne.answer(address, "approve")
    assert late.status_code == 409
    assert "request was refused, so nobody can approve it" in late.text
    assert "<title>This cannot be done" in late.text


def test_a_revoked_grant_opens_nothing_from_then_on(people: Any) -> None:
    anne, ana = owner(people), people("ana@board.example")
    address = ana.ask().headers["location"]
    anne.answer(address, "approve")
    ana.works_on("beds")
    assert ana.sees_more()
    anne.answer(address, "revoke", "The plan is made.")
    assert not ana.sees_more()
    assert "Revoked on" in ana.browser.get(address).text


def test_two_approvals_are_by_two_people(people: Any) -> None:
    anne, bert, ana = owner(people), owner(people, SECOND), people("ana@board.example")
    address = ana.ask(product=NURSES).headers["location"]
    assert bert.browser.get(address).status_code == 404, "not yet his"
    anne.answer(address, "approve")
    assert AccessRequest.objects.get().state == "approved"
    assert anne.answer(address, "approve").status_code == 409
    assert not GrantHeld.objects.exists()
    bert.answer(address, "approve")
    assert AccessRequest.objects.get().state == "granted"
    assert GrantHeld.objects.count() == 1


def test_nobody_decides_about_their_own_request(people: Any) -> None:
    anne = owner(people)
    assert anne.ask().status_code == 409, "nobody else is there who could"
    owner(people, "cora@council.example")
    assert anne.ask().status_code == 409, "the contract names Anne alone"


def test_a_request_that_nobody_could_decide_is_not_taken(people: Any) -> None:
    refused = people("ana@board.example").ask()
    assert refused.status_code == 409
    assert "obody who could decide about this has an account here" in refused.text
    assert not AccessRequest.objects.exists()


def test_an_approver_who_left_decides_no_more(people: Any) -> None:
    anne, ana = owner(people), people("ana@board.example")
    address = ana.ask().headers["location"]
    anne.account.roles_held.all().delete()
    assert anne.answer(address, "approve").status_code == 404
    assert AccessRequest.objects.get().state == "asked"


def test_requests_are_seen_by_who_asked_and_who_decides_alone(people: Any) -> None:
    owner(people)
    ana, bob = people("ana@board.example"), people("bob@board.example")
    address = ana.ask().headers["location"]
    assert bob.browser.get(address).status_code == 404
    assert bob.answer(address, "withdraw").status_code == 404
    assert "Figures of access" not in bob.browser.get("/account/requests/").text
    ana.answer(address, "withdraw")
    assert AccessRequest.objects.get().state == "withdrawn"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"product": "stroke.nothing"}, "stroke.nothing"),
        ({"purpose": ""}, "Choose what it is for."),
        ({"until": "2020-01-01"}, "Choose a day within a year from today."),
        ({"until": "2199-01-01"}, "Choose a day within a year from today."),
        ({"areas": "<script>"}, "codes of areas, by commas"),
        ({"projects": ""}, "Answer the question of safe projects."),
    ],
)
def test_what_is_not_filled_in_right_is_said_and_nothing_is_lost(
    people: Any, changes: dict[str, str], words: str
) -> None:
    owner(people)
    refused = people("ana@board.example").ask(**changes)
    assert refused.status_code == 400
    assert words in refused.text
    assert "On this site only." in refused.text
    assert not AccessRequest.objects.exists()


def test_a_grant_of_some_areas_opens_those(people: Any) -> None:
    anne, ana = owner(people), people("ana@board.example")
    address = ana.ask(areas="E54000037").headers["location"]
    anne.answer(address, "approve")
    ana.works_on("beds")
    assert ana.sees_more()
    opened = ana.browser.get("/account/access/").text
    assert re.search(r"its approvers granted it to you\s+\(E54000037\)", opened)


def test_what_waits_and_what_ends_is_reminded_of_once_in_a_while(place: Path, people: Any) -> None:
    anne, ana = owner(people), people("ana@board.example")
    ana.ask()
    address = ana.ask().headers["location"]
    anne.answer(address, "approve")
    access = Access(place)
    assert remind(access) == []
    later = datetime.now(UTC) - timedelta(days=4)
    AccessRequest.objects.update(made_at=later)
    GrantHeld.objects.update(ends=datetime.now(UTC) + timedelta(days=7))
    told = remind(access)
    assert sorted((one.about, one.people) for one in told) == [("ends", 1), ("waits", 1)]
    assert remind(access) == []
    assert steps_said(place)[-2:] == ["request.reminded"] * 2
    assert {one.letters for one in told} == {0}, "this site sends no e-mail"
