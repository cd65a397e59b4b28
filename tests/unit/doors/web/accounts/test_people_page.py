"""Bringing people in on the site."""

import pytest

from hereabouts.doors.web.accounts.models import Account
from tests.unit.doors.web.accounts.browser import Browser, enrolled
from tests.unit.doors.web.accounts.conftest import OpenBrowser

HERE = "/account/people/"
ROWS = b"email,roles\r\nnew@example.org,health:reader\r\n<b>bad</b>,health:king\r\n"


@pytest.fixture(scope="module")
def owner(open_browser: OpenBrowser) -> Browser:
    browser = open_browser()
    browser.sign_in("owner@example.org", enrolled("owner@example.org", ("*", "owner"))[1])
    return browser


@pytest.fixture(autouse=True)
def nobody_new(owner: Browser) -> None:
    assert owner.is_in()
    Account.objects.filter(email="new@example.org").delete()


def test_checking_a_file_says_what_would_be_done_and_does_nothing(owner: Browser) -> None:
    answer = owner.post(HERE, files={"file": ("people.csv", ROWS)}, what="check")
    assert answer.status_code == 200
    assert "What would be done" in answer.text
    assert "roles: number 1 is not domain:role" in answer.text
    assert "&lt;b&gt;bad&lt;/b&gt;" in answer.text
    assert not Account.objects.filter(email="new@example.org").exists()


def test_bringing_them_in_gives_each_a_link(owner: Browser) -> None:
    answer = owner.post(HERE, files={"file": ("people.csv", ROWS)}, what="import")
    assert "What was done" in answer.text
    assert "/account/invitation/" in answer.text
    assert Account.objects.get(email="new@example.org").roles_held.get().role == "reader"


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "Choose a file"), (b"name\r\nAnn\r\n", "has no column called email")],
)
def test_what_is_no_such_file_says_so(owner: Browser, content: bytes, says: str) -> None:
    answer = owner.post(HERE, files={"file": ("people.csv", content)}, what="import")
    assert answer.status_code in (400, 422)
    assert says in answer.text


@pytest.mark.parametrize("role", [("health", "owner"), ("*", "steward"), ("*", "auditor")])
def test_nobody_else_brings_people_in(open_browser: OpenBrowser, role: tuple[str, str]) -> None:
    email = f"{role[1]}.{len(role[0])}@example.org"
    browser = open_browser()
    browser.sign_in(email, enrolled(email, role)[1])
    answer = browser.post(HERE, files={"file": ("people.csv", ROWS)}, what="import")
    assert (answer.status_code, "A125" in answer.text) == (403, True)
    assert HERE not in browser.get("/account/").text


def test_whoever_has_not_signed_in_is_asked_to(open_browser: OpenBrowser) -> None:
    answer = open_browser().get(HERE)
    assert answer.headers["location"] == f"/account/login/?next={HERE}"
