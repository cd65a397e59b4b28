"""A session is worth something to one browser, for a time, and then never again."""

import asyncio

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from hereabouts.doors.web.accounts.keeping_people import end_account
from hereabouts.doors.web.accounts.signed_in import SignedIn, find_person
from hereabouts.doors.web.people import SESSION_COOKIE
from hereabouts.model.person import Person, Role
from tests.unit.doors.web.accounts.browser import PASSWORD, Browser, enrolled
from tests.unit.doors.web.accounts.conftest import OpenBrowser, SetClock

SIGN_IN = "/account/login/"


@pytest.fixture(scope="module")
def secret(open_browser: OpenBrowser) -> str:
    """Of the app of somebody with an account."""
    open_browser()  # the site is there
    return enrolled("ann@example.org", ("health", "reader"), organisation="council")[1]


@pytest.fixture
def ann(open_browser: OpenBrowser, secret: str) -> Browser:
    """Her browser, signed in."""
    browser = open_browser()
    browser.sign_in("ann@example.org", secret)
    return browser


def person(key: str) -> Person | None:
    scope = {"headers": [(b"cookie", f"other=1; {SESSION_COOKIE}={key}".encode())]}
    return asyncio.run(SignedIn()(scope))


def is_out(browser: Browser) -> bool:
    location: str = browser.get("/account/").headers.get("location", "")
    return location.startswith(SIGN_IN)


def test_a_session_says_who_somebody_is_and_what_they_hold(ann: Browser) -> None:
    found = person(ann.session)
    assert found is not None
    assert (found.organisation, found.is_a(Role.READER, domain="health")) == ("council", True)
    assert not found.is_a(Role.OWNER, domain="health")


@pytest.mark.parametrize("key", ["", "x", "a" * 32, "a" * 5_000, "../../etc", "'; drop table"])
def test_a_forged_session_is_nobodys(open_browser: OpenBrowser, key: str) -> None:
    open_browser()  # the site is there
    assert person(key) is None


def test_an_altered_session_is_nobodys(ann: Browser) -> None:
    key = ann.session
    assert person(key[:-1] + ("a" if key[-1] != "a" else "b")) is None


def test_what_is_kept_of_a_session_cannot_be_altered_without_the_key(ann: Browser) -> None:
    row = Session.objects.get(session_key=ann.session)
    row.session_data = row.session_data[:-2] + "AA"
    row.save()
    assert person(ann.session) is None


def test_a_session_is_worth_nothing_after_signing_out(ann: Browser) -> None:
    key = ann.session
    ann.post("/account/logout/")
    ann.session = key
    assert person(key) is None
    assert is_out(ann)


def test_a_session_ends_after_half_an_hour_without_a_request(ann: Browser, later: SetClock) -> None:
    later(0.49)
    assert not is_out(ann)
    later(0.98)
    assert not is_out(ann)
    later(1.49)
    assert is_out(ann)
    assert person(ann.session) is None


def test_a_session_ends_after_twelve_hours_however_busy(ann: Browser, later: SetClock) -> None:
    for half_hours in range(1, 24):
        later(half_hours * 0.49)
        assert not is_out(ann)
    later(11.7)
    assert not is_out(ann)
    later(12.01)
    assert is_out(ann)


def test_reading_pages_counts_as_being_there(ann: Browser, later: SetClock) -> None:
    for half_hours in range(1, 4):
        later(half_hours * 0.49)
        assert find_person(ann.session) is not None


def test_an_ended_session_stays_ended_when_the_clock_is_set_back(
    ann: Browser, later: SetClock
) -> None:
    later(0.6)
    assert find_person("a" * 32) is None  # the time is seen, and not yet this session
    later(0)
    assert person(ann.session) is None
    assert is_out(ann)


def test_somebody_who_signs_in_while_the_clock_is_back_is_let_in(
    open_browser: OpenBrowser, secret: str, later: SetClock
) -> None:
    later(5)
    assert find_person("a" * 32) is None
    later(0)
    browser = open_browser()
    browser.sign_in("ann@example.org", secret)
    assert person(browser.session) is not None


def test_a_session_from_before_signing_in_is_not_the_one_after(
    open_browser: OpenBrowser, secret: str
) -> None:
    attacker, victim = open_browser(), open_browser()
    attacker.post(SIGN_IN, login="nobody@example.org", password="x" * 12)
    attacker.post(SIGN_IN, login="ann@example.org", password=PASSWORD)
    victim.get(SIGN_IN)
    victim.session = planted = attacker.session
    assert planted
    victim.sign_in("ann@example.org", secret)
    assert victim.session != planted
    assert person(planted) is None


def test_a_session_that_is_sent_twice_is_nobodys(ann: Browser) -> None:
    twice = f"{SESSION_COOKIE}={ann.session}; {SESSION_COOKIE}={ann.session}".encode()
    assert asyncio.run(SignedIn()({"headers": [(b"cookie", twice)]})) is None


def test_a_new_password_ends_every_other_session(ann: Browser, open_browser: OpenBrowser) -> None:
    _account, secret = enrolled("changes@example.org")
    here, there = open_browser(), open_browser()
    here.sign_in("changes@example.org", secret)
    there.sign_in("changes@example.org", secret)
    there.post("/account/reauthenticate/", password=PASSWORD)
    new = "orange tractor moon"
    there.post("/account/password/change/", oldpassword=PASSWORD, password1=new, password2=new)
    assert person(here.session) is None
    assert is_out(here)
    assert not is_out(ann)


def test_an_account_that_ends_is_out_at_once(open_browser: OpenBrowser) -> None:
    account, secret = enrolled("leaves@example.org")
    browser = open_browser()
    browser.sign_in("leaves@example.org", secret)
    assert person(browser.session) is not None
    end_account(account, by="operator")
    assert person(browser.session) is None
    assert is_out(browser)
    refused = browser.post(SIGN_IN, login="leaves@example.org", password=PASSWORD)
    assert refused.headers["location"] == "/account/inactive/"
    assert is_out(browser)


def test_other_sessions_are_listed_and_ended(ann: Browser, open_browser: OpenBrowser) -> None:
    _account, secret = enrolled("two@example.org")
    here, there = open_browser(), open_browser()
    here.sign_in("two@example.org", secret)
    there.sign_in("two@example.org", secret)
    assert here.get("/account/sessions/").text.count("<tr") == 3
    here.post("/account/sessions/")
    assert person(there.session) is None
    assert person(here.session) is not None


def test_who_is_found_is_remembered_for_a_second(ann: Browser) -> None:
    now = [0.0]
    finds = SignedIn(steady=lambda: now[0])
    scope = {"headers": [(b"cookie", f"{SESSION_COOKIE}={ann.session}".encode())]}
    first = asyncio.run(finds(scope))
    UserSession.objects.all().delete()
    now[0] = 0.99
    assert asyncio.run(finds(scope)) is first
    now[0] = 1.01
    assert asyncio.run(finds(scope)) is None
