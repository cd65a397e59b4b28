"""Two kinds of Welsh page in a real browser: nothing for axe to find, and a switch to press."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from tests.accessibility import violations
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

pytestmark = pytest.mark.browser

WITHIN = "/indicator/access/within_30"


@pytest.fixture(scope="module")
def page(welsh_place: Path) -> Iterator[Page]:
    """A page of the site, which has addresses without a host."""
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    with live_site(SiteSettings(root=welsh_place)) as address, opened_browser() as browser:
        yield browser.new_context(base_url=address).new_page()


@pytest.mark.parametrize("path", ["/cy/", f"/cy{WITHIN}"])
def test_axe_finds_nothing_on_a_welsh_page(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert violations(page) == []


def test_the_switch_leads_there_and_back_with_what_was_asked(page: Page) -> None:
    page.goto(f"{WITHIN}?sort=area")
    page.get_by_role("navigation", name="Language").get_by_role("link", name="Cymraeg").click()
    expect(page).to_have_url(f"/cy{WITHIN}?sort=area")
    expect(page.get_by_role("heading", name="Rhestr safleoedd")).to_be_visible()
    page.get_by_role("navigation", name="Iaith").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{WITHIN}?sort=area")


def test_scripts_speak_the_language_of_the_page(page: Page) -> None:
    page.goto(f"/cy{WITHIN}")
    expect(page.get_by_role("button", name="Chwyddo i mewn")).to_be_visible()
    copy = page.locator("[data-hb-copy-link]")
    copy.click()
    expect(copy).to_have_text(re.compile("^Copï"))  # copied, or what to copy where it may not be
    page.goto(WITHIN)
    expect(page.get_by_role("button", name="Zoom in")).to_be_visible()
