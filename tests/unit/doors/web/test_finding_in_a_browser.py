"""Finding and comparing in a real browser: by keyboard, on a phone, and by one's own location."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Geolocation, Page, expect

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from tests.accessibility import violations
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

pytestmark = pytest.mark.browser

DEVON, CORNWALL = "icb22/E54000037", "icb22/E54000036"
TEN = "&".join(f"area=lsoa11/E01{i:06d}" for i in range(1, 13) if i % 5 != 4)
KINDS = {
    "everything found": "/search?q=thrombolysis",
    "spelt wrong": "/search?q=dovon",
    "found for a comparison": f"/search?q=corn&area={DEVON}",
    "nothing to compare": "/compare",
    "one area": f"/compare?area={DEVON}",
    "two areas": f"/compare?area={DEVON}&area={CORNWALL}",
    "an area and its parts": f"/compare?area=country/E92000001&area={DEVON}&area={CORNWALL}",
    "ten areas": f"/compare?{TEN}",
    "hidden values": f"/compare?area={DEVON}&area={CORNWALL}&theme=workforce",
    "not to be compared": f"/compare?area={DEVON}&area=country/W92000004",
}
IN_CORNWALL: Geolocation = {"longitude": -2.0, "latitude": 50.5}
AT_SEA: Geolocation = {"longitude": -8.0, "latitude": 50.5}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with its built front end."""
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    folder: Path = tmp_path_factory.mktemp("found")
    build_small_release(folder)
    with live_site(SiteSettings(root=folder)) as address:
        yield address


@pytest.mark.parametrize("width", [1100, 390])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser, built: str, kind: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(built + KINDS[kind])
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def press_to(page: Page, words: str) -> None:
    """Tab until what has the focus says `words`, then press it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.textContent"):
            page.keyboard.press("Enter")
            page.wait_for_load_state()
            return
    raise AssertionError(f"nothing that can be pressed says {words}")


@pytest.mark.parametrize("script", [True, False])
def test_two_areas_are_compared_by_keyboard_alone(
    browser: Browser, built: str, *, script: bool
) -> None:
    """With a script and without: every step is a plain link or a form."""
    page = browser.new_context(java_script_enabled=script).new_page()
    page.goto(f"{built}/search")
    page.locator("#find").focus()
    page.keyboard.type("dovon")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 area found for “devon”")).to_be_visible()
    if not script:
        page.get_by_role("link", name=re.compile(r"Compare\s+Devon")).press("Enter")
    else:
        press_to(page, "Compare Devon")
    expect(page.get_by_text("Add another area to compare Devon with.")).to_be_visible()
    page.locator("#add").focus()
    page.keyboard.type("cornwall")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile(r"Add to comparison\s+Cornwall")).press("Enter")
    expect(page.locator("h1")).to_have_text("Compare areas")
    expect(page.locator("figure svg").first).to_be_visible()
    assert page.url.endswith(f"/compare?area={DEVON}&area={CORNWALL}")
    page.context.close()


def test_where_a_reader_is_finds_their_area_and_is_sent_to_nobody(
    browser: Browser, built: str
) -> None:
    context = browser.new_context(geolocation=IN_CORNWALL, permissions=["geolocation"])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{built}/search")
    page.get_by_role("button", name="Use my location").press("Enter")
    link = page.get_by_role("link", name="Cornwall and the Isles of Scilly", exact=True)
    expect(page.locator("[data-hb-here]")).to_contain_text("You are in Cornwall")
    assert not any("50.5" in url or "lat" in url.partition("?")[2] for url in asked)
    link.locator("visible=true").first.click()
    expect(page.locator("h1")).to_have_text("Cornwall and the Isles of Scilly")
    context.close()


def test_a_reader_elsewhere_is_told_so(browser: Browser, built: str) -> None:
    context = browser.new_context(geolocation=AT_SEA, permissions=["geolocation"])
    page = context.new_page()
    page.goto(f"{built}/search")
    page.get_by_role("button", name="Use my location").click()
    expect(page.locator("[data-hb-here]")).to_contain_text("outside the areas of this site")
    context.close()


def test_a_browser_that_may_not_say_is_said_to_be_refused(browser: Browser, built: str) -> None:
    context = browser.new_context(permissions=[])
    page = context.new_page()
    page.goto(f"{built}/search")
    page.get_by_role("button", name="Use my location").click()
    expect(page.locator("[data-hb-here]")).to_contain_text("was not allowed to say where you are")
    expect(page.locator("[data-hb-here]")).to_contain_text("Type the name of an area instead")
    context.close()


def test_without_a_script_there_is_no_button_that_does_nothing(
    browser: Browser, built: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{built}/search")
    assert page.get_by_text("Use my location").is_hidden()
    page.context.close()
