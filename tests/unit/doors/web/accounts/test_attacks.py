"""What others may try on the pages where people sign in."""

import json
import re

import pytest

from hereabouts.doors.web.account_settings import Accounts
from tests.unit.doors.web.accounts.browser import FORM, PASSWORD, Browser, enrolled
from tests.unit.doors.web.accounts.conftest import OpenBrowser

SIGN_IN = "/account/login/"
WRONG = "not the password"


@pytest.fixture
def browser(open_browser: OpenBrowser) -> Browser:
    return open_browser()


@pytest.fixture(scope="module", autouse=True)
def people(open_browser: OpenBrowser) -> dict[str, str]:
    """Secrets of people with an account, by their address."""
    open_browser()  # the site is there
    names = ("ann", "bob", "cat", "dan", "eve")
    return {f"{one}@example.org": enrolled(f"{one}@example.org")[1] for one in names}


def log(accounts: Accounts) -> list[dict[str, str]]:
    files = sorted((accounts.root / ".hereabouts" / "audit").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def test_a_form_without_its_token_is_refused(browser: Browser) -> None:
    answer = browser.ask("POST", SIGN_IN, data={"login": "ann@example.org", "password": PASSWORD})
    assert (answer.status_code, "A119" in answer.text) == (403, True)


def test_a_form_of_another_site_is_refused(browser: Browser) -> None:
    browser.get(SIGN_IN)
    token = browser.cookie(FORM)
    answer = browser.ask(
        "POST",
        SIGN_IN,
        data={"login": "ann@example.org", "password": PASSWORD, "csrfmiddlewaretoken": token},
        headers={"origin": "https://evil.example"},
    )
    assert (answer.status_code, "A119" in answer.text) == (403, True)


@pytest.mark.parametrize(
    "to",
    [
        *("https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example"),
        *("javascript:alert(1)", "https:evil.example", "///evil.example", "http://localhost@evil"),
        *("/%09/evil.example", "\t//evil.example", "http://localhost.evil.example/"),
    ],
)
def test_signing_in_never_leads_to_another_site(
    browser: Browser, people: dict[str, str], to: str
) -> None:
    answer = browser.sign_in("ann@example.org", people["ann@example.org"], next=to)
    assert answer.headers["location"] in ("/account/", to if to.startswith("/%09") else "/account/")


def test_signing_in_leads_back_to_the_page_that_asked(
    browser: Browser, people: dict[str, str]
) -> None:
    answer = browser.sign_in("ann@example.org", people["ann@example.org"], next="/about")
    assert answer.headers["location"] == "/about"


def test_another_name_for_the_site_is_refused(browser: Browser) -> None:
    answer = browser.get(SIGN_IN, host="evil.example")
    assert answer.status_code == 400


def words_of(browser: Browser, email: str, password: str) -> str:
    answer = browser.post(SIGN_IN, login=email, password=password)
    page = re.sub(r'(?<=csrfmiddlewaretoken" value=")\w+', "", answer.text.replace(email, ""))
    return page[page.index("<main") : page.index("</main>")]


def test_whether_somebody_has_an_account_is_not_told(browser: Browser) -> None:
    known = words_of(browser, "bob@example.org", WRONG)
    assert "There is a problem" in known
    assert known == words_of(browser, "unknown@example.org", WRONG)


def test_five_wrong_passwords_lock_an_account_even_for_the_right_one(
    browser: Browser, accounts: Accounts
) -> None:
    for _attempt in range(5):
        browser.post(SIGN_IN, login="cat@example.org", password=WRONG)
    answer = browser.post(SIGN_IN, login="cat@example.org", password=PASSWORD)
    assert answer.status_code == 200
    assert "Too many failed login attempts" in answer.text
    locked = [one for one in log(accounts) if one["action"] == "account.locked"]
    assert locked[-1]["outcome"] == "refused"
    assert locked[-1]["object"].startswith("account:")


def test_capitals_do_not_make_more_attempts(browser: Browser) -> None:
    for email in ("eve@example.org", "EVE@example.org", "Eve@Example.org", "eVe@example.org"):
        browser.post(SIGN_IN, login=email, password=WRONG)
    browser.post(SIGN_IN, login=" eve@example.org", password=WRONG)
    answer = browser.post(SIGN_IN, login="eve@example.org", password=PASSWORD)
    assert "Too many failed login attempts" in answer.text


def test_wrong_codes_lock_too(browser: Browser, people: dict[str, str]) -> None:
    browser.post(SIGN_IN, login="dan@example.org", password=PASSWORD)
    answers = [browser.post("/account/2fa/authenticate/", code="000000") for _ in range(7)]
    assert "Too many failed login attempts" in answers[-1].text
    assert not browser.is_in()


def test_a_code_works_once(open_browser: OpenBrowser, people: dict[str, str]) -> None:
    first, second = open_browser(), open_browser()
    first.sign_in("bob@example.org", people["bob@example.org"], again=True)
    second.sign_in("bob@example.org", people["bob@example.org"], again=True)
    assert [first.is_in(), second.is_in()] == [True, False]


@pytest.mark.parametrize("path", ["/account/signup/", "/account/3rdparty/signup/"])
def test_nobody_makes_their_own_account(browser: Browser, path: str) -> None:
    answer = browser.post(path, email="x@example.org", password1=PASSWORD, password2=PASSWORD)
    assert (answer.status_code, "A120" in answer.text) == (403, True)


def test_the_log_never_says_who_somebody_is(accounts: Accounts, browser: Browser) -> None:
    browser.post(SIGN_IN, login="unknown@example.org", password=WRONG)
    text = json.dumps(log(accounts))
    assert "account.sign-in" in text
    assert "example.org" not in text


def test_pages_about_somebody_are_kept_by_nobody(browser: Browser, people: dict[str, str]) -> None:
    browser.sign_in("ann@example.org", people["ann@example.org"])
    for path in ("/account/", "/account/2fa/", "/account/sessions/", SIGN_IN):
        answer = browser.get(path)
        assert answer.headers["cache-control"] == "private, no-store", path
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert "form-action 'self'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts_and_other_sites(
    browser: Browser, people: dict[str, str]
) -> None:
    said = browser.sign_in("ann@example.org", people["ann@example.org"]).headers["set-cookie"]
    assert "hereabouts_session=" in said
    assert "HttpOnly" in said
    assert "SameSite=Lax" in said
