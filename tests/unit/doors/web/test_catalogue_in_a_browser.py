"""The catalogue in a real browser: narrowed down, and followed to a product, without a script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from tests.accessibility import violations
from tests.unit.doors.catalogued_release import build_catalogued_release
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

pytestmark = pytest.mark.browser
PAGES = ("/about/stroke.access", "/about/care.members", "/catalogue/definition/frequent_attender")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    folder: Path = tmp_path_factory.mktemp("catalogued")
    build_catalogued_release(folder)
    with live_site(SiteSettings(root=folder)) as address:
        yield address


def test_without_a_script_a_product_is_found_and_read(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/catalogue")
    page.get_by_label("Kind").select_option("Products")
    page.get_by_label("Any word of a title, purpose, owner or column").fill("lsoa code")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(
        f"{site}/catalogue?q=lsoa+code&kind=product&domain=&sensitivity=&owner=&freshness="
    )
    expect(page.get_by_role("status")).to_have_text("1 entry.")
    page.get_by_role("link", name="Access to stroke units").click()
    expect(page).to_have_url(f"{site}/about/stroke.access")
    expect(page.get_by_role("img", name="Where its columns come from")).to_be_visible()
    twin = page.get_by_role("region", name="Where its columns come from, table")
    expect(twin).not_to_be_visible()
    page.get_by_text("Show the data as a table: Where its columns come from").click()
    expect(twin.get_by_role("link", name="Members <of> a service").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(
    browser: Browser, site: str, address: str
) -> None:
    page = browser.new_page()
    page.goto(site + address)
    for twin in page.locator("details.hb-twin").all():
        twin.evaluate("details => { details.open = true }")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
