"""Signing in with a password and a second factor."""

from tests.unit.doors.web.accounts.browser import PASSWORD, enrolled
from tests.unit.doors.web.accounts.conftest import OpenBrowser


def test_a_password_alone_opens_nothing(open_browser: OpenBrowser) -> None:
    enrolled("one@example.org")
    browser = open_browser()
    browser.post("/account/login/", login="one@example.org", password=PASSWORD)
    assert browser.get("/account/").headers["location"] == "/account/login/?next=/account/"


def test_a_password_and_a_code_do(open_browser: OpenBrowser) -> None:
    _account, secret = enrolled("two@example.org", ("*", "owner"))
    browser = open_browser()
    answer = browser.sign_in("two@example.org", secret)
    assert answer.headers["location"] == "/account/"
    page = browser.get("/account/")
    assert "owner of every domain" in page.text
