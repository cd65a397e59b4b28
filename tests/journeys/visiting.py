"""What people do on the pages that are theirs, in a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.accessibility import violations
from tests.journeys import oidc_provider
from tests.journeys.signing_in import SignInSite

KNOWN = f"known@{oidc_provider.TRUSTED}"


@contextmanager
def visit(browser: Browser, site: SignInSite, **chosen: object) -> Iterator[Page]:
    """A new visitor's page; nothing may be wrong with what its scripts do."""
    context = browser.new_context(base_url=site.address, **chosen)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(15_000)
    broken: list[str] = []
    page.on("pageerror", lambda fault: broken.append(str(fault)))
    yield page
    context.close()
    assert broken == []


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).click()


def check(page: Page) -> None:
    """Nothing that axe finds, and nothing wider than a phone."""
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    page.set_viewport_size({"width": 1100, "height": 900})


def at_provider(page: Page, email: str) -> None:
    """Sign in there, by the link on our page."""
    page.goto("/account/login/")
    page.get_by_role("link", name="The health board's sign-in").click()
    press(page, "Continue")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(oidc_provider.PASSWORD)
    page.get_by_role("button", name="Sign In", exact=True).click()
