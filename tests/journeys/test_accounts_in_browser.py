"""People sign in, in a real browser: with a code, a passkey, a recovery code, and at a provider."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import oidc_provider
from tests.journeys.authenticator_app import code_of
from tests.journeys.signing_in import SignInSite, signing_in
from tests.journeys.visiting import KNOWN, at_provider, check, press, visit
from tests.unit.doors.small_release import build_small_release

pytest.importorskip("allauth", reason="the extra `accounts` is not installed")
pytestmark = [pytest.mark.journey, pytest.mark.browser]

PASSWORD = "orange tractor moon"  # noqa: S105  # of people who are made up
PEOPLE = ("ann", "bob", "cat", "dan", "eve")
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignInSite]:
    folder = tmp_path_factory.mktemp("signing-in")
    build_small_release(folder / "place")
    with signing_in(folder / "place", folder) as served:
        yield served


@pytest.fixture(scope="module")
def links(site: SignInSite) -> dict[str, str]:
    """Everybody is invited at once, by a spreadsheet."""
    rows = [f"{one}@example.org,{one.title()},health:reader" for one in PEOPLE]
    return site.bring(*rows, f"{KNOWN},Known,*:owner")


def set_up(page: Page, link: str, *, checked: bool = False) -> str:
    """Accept an invitation and set up an app; the secret in it."""
    page.goto(link)
    look = check if checked else lambda _page: None
    look(page)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    press(page, "Continue")
    expect(page).to_have_url(re.compile(r"/account/2fa/$"))
    look(page)
    page.get_by_role("button", name="Set up an app").click()
    look(page)
    secret = page.get_by_label("Authenticator secret").input_value()
    page.get_by_label("Authenticator code").fill(code_of(secret))
    press(page, "Activate")
    expect(page).to_have_url(re.compile(r"/account/2fa/recovery-codes/$"))
    look(page)
    return secret


def give_password(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/account/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(password)
    press(page, "Sign in")


def give_code(page: Page, code: str) -> None:
    page.get_by_label("Code").fill(code)
    press(page, "Continue")


def sign_out(page: Page) -> None:
    page.goto("/account/")
    press(page, "Sign out")
    expect(page).to_have_url(re.compile(r"/$"))


def test_an_invited_person_sets_up_an_app_and_signs_in_with_it(
    browser: Browser, site: SignInSite, links: dict[str, str]
) -> None:
    with visit(browser, site) as page:
        secret = set_up(page, links["ann@example.org"], checked=True)
        codes = page.get_by_label("Unused codes").input_value().split()
        assert len(codes) == 10
        page.goto("/account/2fa/recovery-codes/")
        assert codes[0] not in page.content()  # they are shown once
        for path in ("/account/", "/account/2fa/", "/account/sessions/"):
            page.goto(path)
            check(page)
        sign_out(page)
        page.goto("/account/")
        expect(page).to_have_url(re.compile(r"/account/login/\?next="))
        check(page)
        give_password(page, "ann@example.org")
        check(page)
        give_code(page, codes[0])
        expect(page.get_by_text("reader of health")).to_be_visible()
        sign_out(page)
        give_password(page, "ann@example.org")
        give_code(page, codes[0])  # a second time
        expect(page.locator(".govuk-error-summary")).to_be_visible()
        give_code(page, fresh(secret))
        expect(page).to_have_url(re.compile(r"/account/$"))


def fresh(secret: str) -> str:
    """A code of the half minute after the one that was used: clocks may differ by as much."""
    return code_of(secret, at=time.time() + 30)


def test_a_passkey_signs_in_by_itself(
    browser: Browser, site: SignInSite, links: dict[str, str]
) -> None:
    with visit(browser, site) as page:
        cdp = page.context.new_cdp_session(page)
        cdp.send("WebAuthn.enable")
        cdp.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        page.goto(links["bob@example.org"])
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_label("The same again").fill(PASSWORD)
        press(page, "Continue")
        page.get_by_role("button", name="Add a passkey").click()
        check(page)
        page.get_by_label("Passwordless").check()
        press(page, "Add")
        expect(page).to_have_url(re.compile(r"/account/2fa/recovery-codes/$"))
        sign_out(page)
        page.goto("/account/login/")
        press(page, "Sign in with a passkey")
        expect(page).to_have_url(re.compile(r"/account/$"))
        assert "bob@example.org" in page.content()


def test_without_a_script_a_password_and_a_code_do(
    browser: Browser, site: SignInSite, links: dict[str, str]
) -> None:
    with visit(browser, site, java_script_enabled=False) as page:
        secret = set_up(page, links["cat@example.org"])
        sign_out(page)
        give_password(page, "cat@example.org")
        give_code(page, fresh(secret))
        expect(page.get_by_text("you are signed out at")).to_be_visible()
        page.get_by_role("button", name="Stay signed in").click()
        expect(page).to_have_url(re.compile(r"/account/$"))


def test_five_wrong_passwords_lock_the_door(
    browser: Browser, site: SignInSite, links: dict[str, str]
) -> None:
    with visit(browser, site) as page:
        set_up(page, links["dan@example.org"])
        sign_out(page)
        for _attempt in range(5):
            give_password(page, "dan@example.org", "not the password")
            expect(page.locator(".govuk-error-summary")).to_be_visible()
        give_password(page, "dan@example.org")
        expect(page.locator(".govuk-error-summary")).to_contain_text("Too many failed")
        check(page)
    assert "account.locked" in {one["action"] for one in site.audit()}


def test_a_session_warns_before_it_ends_and_ends_when_its_account_does(
    browser: Browser, site: SignInSite, links: dict[str, str]
) -> None:
    with visit(browser, site) as page:
        set_up(page, links["eve@example.org"])
        page.clock.install()
        page.goto("/account/")
        dialog = page.get_by_role("dialog")
        page.clock.fast_forward("20:00")
        expect(dialog).to_be_hidden()
        page.clock.fast_forward("06:00")
        expect(dialog).to_be_visible()
        check(page)
        dialog.get_by_role("button", name="Stay signed in").click()
        expect(dialog).to_be_hidden()
        page.clock.fast_forward("29:55")
        page.clock.fast_forward("00:30")
        expect(page).to_have_url(re.compile(r"/account/"))
        site.run("end", "eve@example.org")
        page.goto("/account/")
        expect(page).to_have_url(re.compile(r"/account/login/"))


@pytest.mark.parametrize("who", ["nurse", "quiet"])
def test_single_sign_on_makes_an_account_of_the_organisation(
    browser: Browser, site: SignInSite, who: str
) -> None:
    email = f"{who}@{oidc_provider.TRUSTED}"
    with visit(browser, site) as page:
        at_provider(page, email)
        expect(page).to_have_url(re.compile(rf"^{site.address}/account/$"))
        expect(page.get_by_text("health_board")).to_be_visible()
        assert email in page.content()
        check(page)


def test_somebody_who_was_invited_keeps_their_roles_at_single_sign_on(
    browser: Browser, site: SignInSite, links: dict[str, str]
) -> None:
    assert KNOWN in links
    with visit(browser, site) as page:
        at_provider(page, KNOWN)
        expect(page.get_by_text("owner of every domain")).to_be_visible()


@pytest.mark.parametrize(
    ("email", "why"),
    [
        ("stranger@elsewhere.example.org", "not one that this sign-in is trusted for"),
        (f"hasty@{oidc_provider.TRUSTED}", "with a password alone"),
    ],
)
def test_single_sign_on_refuses_whom_it_may_not_vouch_for(
    browser: Browser, site: SignInSite, email: str, why: str
) -> None:
    with visit(browser, site) as page:
        at_provider(page, email)
        expect(page.get_by_text(why)).to_be_visible()
        check(page)
        page.goto("/account/")
        expect(page).to_have_url(re.compile(r"/account/login/"))
    assert email not in {row["email"] for row in site.run("list")}


def test_nothing_in_the_log_says_who_somebody_is(site: SignInSite, tmp_path: Path) -> None:
    assert tmp_path
    said = str(site.audit())
    assert "account.signed-in" in said
    assert "example.org" not in said
