"""What the front door does with somebody who may be known, and with a site that knows nobody."""

import pytest
from starlette.types import Scope

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.app import FrontDoor
from hereabouts.doors.web.app_paths import find_destination
from hereabouts.doors.web.people import PERSON, SESSION_COOKIE, person_of_request
from hereabouts.doors.web.site_settings import SiteSettings
from tests.unit.doors.web.accounts.browser import Browser, enrolled
from tests.unit.doors.web.accounts.conftest import KEY, OpenBrowser
from tests.unit.doors.web.client import Client

PRIVATE = "private, no-store"
PAGES = ("/", "/about", "/r/1/about", "/api/v1", "/catalog.jsonld", "/search?q=a")


@pytest.fixture(scope="module")
def ann(open_browser: OpenBrowser) -> Browser:
    secret = enrolled("ann@example.org")[1]
    browser = open_browser()
    browser.sign_in("ann@example.org", secret)
    return browser


@pytest.mark.parametrize("path", PAGES)
def test_somebody_is_never_answered_from_what_is_kept(
    ann: Browser, open_browser: OpenBrowser, path: str
) -> None:
    kept = open_browser().get(path)
    assert kept.headers["cache-control"].startswith("public")
    answer = ann.get(path)
    assert answer.headers["cache-control"] == PRIVATE
    assert "access-control-allow-origin" not in answer.headers
    assert open_browser().get(path).headers["cache-control"] == kept.headers["cache-control"]


def test_a_cookie_that_is_nobodys_is_not_answered_from_what_is_kept_either(
    open_browser: OpenBrowser,
) -> None:
    answer = open_browser().get("/about", cookie=f"{SESSION_COOKIE}=made-up")
    assert answer.headers["cache-control"] == PRIVATE


def test_style_and_scripts_are_the_same_for_everybody(ann: Browser) -> None:
    assert ann.get("/static/dist/none.css").headers["cache-control"] != PRIVATE


def test_a_page_says_nothing_of_a_person_but_to_that_person(
    ann: Browser, open_browser: OpenBrowser
) -> None:
    assert "ann@example.org" in ann.get("/account/").text
    assert "ann@example.org" not in open_browser().get("/account/login/").text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_for_everybody_take_nothing(ann: Browser, method: str) -> None:
    assert ann.ask(method, "/about").status_code == 405
    assert ann.ask(method, "/r/1/account/login/").status_code == 405


def test_what_is_too_large_is_not_read(ann: Browser) -> None:
    answer = ann.ask("POST", "/account/login/", content=b"x" * (8 * 1024 * 1024 + 70_000))
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "path", ["/account/nothing", "/account/static/../models.py", "/account/x/"]
)
def test_an_address_that_no_page_has_says_so(ann: Browser, path: str) -> None:
    assert ann.get(path).status_code == 404


def test_an_account_is_of_no_release_and_of_no_language() -> None:
    assert find_destination("/account/login/").personal
    assert find_destination("/account").personal
    for path in ("/r/1/account/", "/accounts", "/cy/account/", "/about/account"):
        assert not find_destination(path).personal, path
    assert not find_destination("/account/").kept


def test_a_site_without_accounts_sets_no_cookie_and_has_no_such_page(site: Client) -> None:
    for path in ("/account/", "/account/login/", "/account/static/mfa/js/webauthn.js"):
        answer = site.get(path, cookie=f"{SESSION_COOKIE}=made-up")
        assert answer.status_code == 404
        assert "set-cookie" not in answer.headers
    assert site.ask("POST", "/account/login/").status_code == 405
    kept = site.get("/about", cookie=f"{SESSION_COOKIE}=made-up")
    assert kept.headers["cache-control"].startswith("public")


def test_nobody_can_say_in_a_request_who_they_are() -> None:
    scope: Scope = {"headers": [(PERSON.encode(), b"somebody")]}
    assert person_of_request(scope) is None


def test_a_process_serves_the_accounts_of_one_site(
    open_browser: OpenBrowser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    open_browser()  # the site is there
    other = Accounts(root=tmp_path_factory.mktemp("other"), key=KEY)
    with pytest.raises(RuntimeError, match="another site"):
        FrontDoor(SiteSettings(root=other.root, accounts=other, secret_key=KEY))
