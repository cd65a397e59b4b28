"""Every kind of page in a real browser: nothing for axe to find, and no need of a script."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from hereabouts.model.policy import Audience
from tests.accessibility import violations
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

pytestmark = pytest.mark.browser

WITHIN = "/indicator/access/within_30"
KINDS = {
    "home": "/",
    "indicators": "/indicators",
    "indicator with a map": WITHIN,
    "indicator in pages": f"{WITHIN}?area_type=lsoa11",
    "indicator with a trend, synthetic": "/indicator/workforce/nurses",
    "indicator by category": "/indicator/workforce/nurses?category=Female",
    "area": "/area/icb22/E54000008",
    "smallest area": "/area/lsoa11/E01000002",
    "area with nothing to show": "/area/country/W92000004",
    "about": "/about",
    "product": "/about/stroke.access",
    "catalogue": "/catalogue",
    "glossary": "/glossary",
    "word": "/glossary/thrombolysis",
    "dictionary": "/dictionary",
    "search": "/search",
    "search with results": "/search?q=exe",
    "search without results": "/search?q=zzz",
    "accessibility": "/accessibility",
    "reference of the API": "/api/v1/docs",
    "page not found": "/nothing",
    "address not right": "/?what=1",
    "numbered release": "/r/1/",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browsed")
    build_small_release(folder)
    build_small_release(folder, audience="internal")
    return folder


@pytest.fixture(scope="module")
def plain(place: Path) -> Iterator[str]:
    """The site as it is before the front end is built."""
    settings = SiteSettings(root=place, bundle=place / "no-bundle")
    with live_site(settings) as address:
        yield address


@pytest.fixture(scope="module")
def built(place: Path) -> Iterator[str]:
    """The site with its built front end."""
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    with live_site(SiteSettings(root=place)) as address:
        yield address


def wrongs_of(page: Page) -> list[str]:
    """Whatever the browser complains of while the page loads."""
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def visit(page: Page, address: str) -> None:
    """Load a page and, where it has a map, wait until that is coloured."""
    page.goto(address)
    if page.locator("[data-hb-map]").count():
        page.wait_for_selector("[data-hb-map-shows]")


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_the_browser_complains_of_nothing(
    browser: Browser, built: str, kind: str
) -> None:
    page = browser.new_page()
    wrongs = wrongs_of(page)
    visit(page, built + KINDS[kind])
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})  # axe has its turn there elsewhere
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, "the page itself must not scroll sideways"
    # The browser reports the status of a page that is not there.
    assert wrongs == [] or "not" in kind
    page.close()


@pytest.mark.parametrize("kind", ["home", "indicator with a map", "area", "page not found"])
def test_axe_finds_nothing_without_the_front_end(browser: Browser, plain: str, kind: str) -> None:
    page = browser.new_page()
    page.goto(plain + KINDS[kind])
    # Without a style sheet links and targets are the browser's own.
    assert [one for one in violations(page) if "target-size" not in one] == []
    page.close()


def test_without_javascript_the_map_is_a_picture_and_the_form_works(
    browser: Browser, built: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(built + WITHIN)
    picture = page.get_by_role("img", name="Map of 5 integrated care boards")
    expect(picture).to_be_visible()
    # A picture that did not load has no size of its own.
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] > 100
    page.get_by_label("Kind of area").select_option("lsoa11")
    page.get_by_role("button", name="Show").click()
    assert "area_type=lsoa11" in page.url
    expect(page.get_by_text("Rows 1 to 100 of 130.")).to_be_visible()
    page.get_by_label("Page 2").click()
    expect(page.get_by_text("Rows 101 to 130 of 130.")).to_be_visible()
    context.close()


def test_without_javascript_an_area_is_found_by_name(browser: Browser, built: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(built)
    page.get_by_label("Find your area").fill("devon")
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("link", name="Devon", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Devon")).to_be_visible()
    context.close()


def test_the_script_colours_the_map_as_the_picture_is(browser: Browser, built: str) -> None:
    page = browser.new_page()
    wrongs = wrongs_of(page)
    page.goto(built + WITHIN)
    page.wait_for_selector("[data-hb-map-shows]")
    expect(page.locator(".hb-map__canvas")).to_be_visible()
    assert wrongs == []
    page.close()


def test_another_choice_changes_the_page_in_place_and_can_be_taken_back(
    browser: Browser, built: str
) -> None:
    page = browser.new_page()
    page.goto(built + WITHIN)
    page.evaluate("window.loadedOnce = true")
    area_type = page.locator("#area_type, #choose-area_type, [name=area_type]").first
    was = area_type.input_value()
    area_type.focus()
    area_type.select_option("country" if was != "country" else "icb22")
    expect(page).to_have_url(re.compile(r"area_type=country"))
    expect(page.locator("caption, h2").filter(has_text="Countr").first).to_be_visible()
    assert page.evaluate("window.loadedOnce") is True, "the page was loaded anew"
    expect(area_type).to_be_focused()
    page.go_back()
    expect(area_type).to_have_value(was)
    page.close()


def test_the_whole_page_can_be_reached_by_keyboard(browser: Browser, built: str) -> None:
    page = browser.new_page()
    page.goto(built)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{built}/#main-content")
    page.close()


def test_an_internal_site_says_so_on_the_page(browser: Browser, place: Path) -> None:
    settings = SiteSettings(root=place)
    with live_site(replace(settings, audience=Audience.INTERNAL)) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_text("Internal: not for publication")).to_be_visible()
        assert violations(page) == []
        page.close()
