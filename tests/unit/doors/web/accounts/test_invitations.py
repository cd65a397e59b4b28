"""A link that sets up one account, once."""

from collections.abc import Callable

import pytest
from django.core.signing import Signer

from hereabouts.doors.web.accounts import invitations
from hereabouts.doors.web.accounts.clock import CLOCK
from hereabouts.doors.web.accounts.keeping_people import end_account
from hereabouts.doors.web.accounts.models import Account, Invitation
from hereabouts.errors import AccessError
from tests.unit.doors.web.accounts.browser import PASSWORD, Browser
from tests.unit.doors.web.accounts.conftest import OpenBrowser, SetClock

ENROL = "/account/2fa/"
Invite = Callable[[], tuple[Account, str]]


@pytest.fixture
def browser(open_browser: OpenBrowser) -> Browser:
    Account.objects.all().delete()
    return open_browser()


def invite() -> tuple[Account, str]:
    """Somebody without an account, and the path of their link."""
    account = Account.objects.make("ann@example.org", name="Ann Other")
    (made,) = invitations.invite([account], now=CLOCK.moment())
    return account, f"/account/invitation/{invitations.token_of(made)}/"


def accept(browser: Browser, link: str, password: str = PASSWORD) -> int:
    answer = browser.post(link, new_password1=password, new_password2=password)
    return answer.status_code


def test_opening_the_link_uses_nothing_up(browser: Browser) -> None:
    _account, link = invite()
    assert "Choose a password for ann@example.org" in browser.get(link).text
    assert browser.get(link).status_code == 200


def test_whoever_accepts_must_set_up_a_second_factor_before_all_else(browser: Browser) -> None:
    account, link = invite()
    assert accept(browser, link) == 302
    account.refresh_from_db()
    assert account.check_password(PASSWORD)
    assert browser.get("/account/").headers["location"] == ENROL
    assert browser.get("/account/sessions/").headers["location"] == ENROL
    assert "authenticator app" in browser.get(ENROL).text
    assert browser.get("/account/2fa/totp/activate/").status_code == 200


def test_a_link_works_once(browser: Browser, open_browser: OpenBrowser) -> None:
    account, link = invite()
    accept(browser, link)
    other = open_browser()
    assert other.get(link).status_code == 410
    assert accept(other, link, "orange tractor moon") == 410
    account.refresh_from_db()
    assert account.check_password(PASSWORD)


def test_of_two_who_come_at_once_one_is_refused(browser: Browser) -> None:
    invite()
    first, second = (Invitation.objects.get() for _ in range(2))
    invitations.accept(first, PASSWORD)
    with pytest.raises(AccessError) as caught:
        invitations.accept(second, "orange tractor moon")
    assert caught.value.code == "A117"


def test_a_link_works_for_two_weeks(browser: Browser, later: SetClock) -> None:
    _account, link = invite()
    later(24 * 13.9)
    assert browser.get(link).status_code == 200
    later(24 * 14.01)
    assert browser.get(link).status_code == 410
    later(0)
    assert browser.get(link).status_code == 410


def test_a_new_link_ends_the_one_before(browser: Browser) -> None:
    account, link = invite()
    invitations.invite([account], now=CLOCK.moment())
    assert browser.get(link).status_code == 410


def test_a_link_of_an_account_that_ended_does_not_work(browser: Browser) -> None:
    account, link = invite()
    end_account(account, by="operator")
    assert browser.get(link).status_code == 410


def test_nobody_makes_up_a_link(browser: Browser) -> None:
    _account, link = invite()
    named = str(Invitation.objects.get().id)
    other_key = Signer(key="x" * 40, salt="hereabouts.accounts.invitation").sign(named)
    other_use = Signer(salt="elsewhere").sign(named)
    for token in (named, f"{named}:", other_key, other_use, link.split("/")[3][:-1]):
        assert browser.get(f"/account/invitation/{token}/").status_code == 410, token


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("short", "too short"),
        ("password1234", "too common"),
        ("123456789012", "entirely numeric"),
        ("ann@example.org", "too similar"),
    ],
)
def test_a_weak_password_is_refused(browser: Browser, password: str, says: str) -> None:
    account, link = invite()
    answer = browser.post(link, new_password1=password, new_password2=password)
    assert answer.status_code == 422
    assert says in answer.text
    account.refresh_from_db()
    assert not account.has_usable_password()
