"""A page of every kind of section in a real browser, with and without a script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from tests.accessibility import violations
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(themed_place: Path) -> Iterator[str]:
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    with live_site(SiteSettings(root=themed_place)) as address:
        yield f"{address}/page/theme"


def test_axe_finds_nothing_wide_or_narrow(browser: Browser, address: str) -> None:
    page = browser.new_page()
    wrongs: list[str] = []
    page.on("console", lambda said: wrongs.extend([said.text] * (said.type == "error")))
    page.goto(address)
    page.wait_for_selector("[data-hb-map-shows]")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert wrongs == []
    page.close()


def test_without_a_script_a_reader_chooses_in_one_section_and_keeps_the_other(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?profile.area_type=country")
    page.locator("#ranking").get_by_label("Indicator").select_option("access.travel_minutes")
    page.locator("#ranking").get_by_role("button", name="Show").click()
    assert "ranking.indicator=access.travel_minutes" in page.url
    assert page.url.endswith("#ranking")
    expect(page.locator("#profile").get_by_role("link", name="England")).to_be_visible()
    context.close()
