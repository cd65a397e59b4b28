"""The site by keyboard alone: everything is reached, seen to have the focus, and worked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

pytestmark = pytest.mark.browser

WITHIN = "/indicator/access/within_30"
NURSES = "/indicator/workforce/nurses"
MOST_STEPS = 90
#: What marks the focus: an outline, or a shadow or ground that nothing else has.
SEEN = """() => {
  const { outlineStyle, boxShadow, backgroundColor } = getComputedStyle(document.activeElement);
  return outlineStyle !== "none" || boxShadow !== "none" || backgroundColor === "rgb(255, 221, 0)";
}"""


@pytest.fixture(scope="module")
def live(small_place: Path) -> Iterator[Page]:
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    with live_site(SiteSettings(root=small_place)) as address, opened_browser() as browser:
        yield browser.new_page(base_url=address)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until `wanted` has the focus; each stop on the way must be seen."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("it cannot be reached with the Tab key")


def test_the_first_stop_skips_to_the_content(live: Page) -> None:
    live.goto(WITHIN)
    live.keyboard.press("Tab")
    expect(live.get_by_role("link", name="Skip to main content")).to_be_focused()
    live.keyboard.press("Enter")
    expect(live.get_by_role("main")).to_be_focused()


def test_an_area_is_found_and_opened(live: Page) -> None:
    live.goto("/")
    tab_to(live, live.get_by_label("Find an area or indicator"))
    live.keyboard.type("cheshire")
    live.keyboard.press("Enter")
    expect(live.get_by_role("heading", level=1)).to_contain_text("Find an area")
    tab_to(live, live.get_by_role("main").get_by_role("link", name="Cheshire").first)
    live.keyboard.press("Enter")
    expect(live.get_by_role("heading", level=1)).to_contain_text("Cheshire")


def test_a_period_is_chosen(live: Page) -> None:
    live.goto(NURSES)
    choice = live.get_by_label("Period")
    before = choice.input_value()
    tab_to(live, choice)
    live.keyboard.press("ArrowDown")
    assert choice.input_value() != before
    live.wait_for_url("**period=**")  # the choice itself changes the page, in place
    tab_to(live, live.get_by_role("button", name="Show", exact=True))
    live.keyboard.press("Enter")
    live.wait_for_url("**period=**")
    assert live.get_by_label("Period").input_value() != before


def test_the_ranking_is_put_in_order(live: Page) -> None:
    live.goto(WITHIN)
    heading = live.locator(".hb-ranking thead").get_by_role("button", name="Percent")
    tab_to(live, heading)
    live.keyboard.press("Enter")
    expect(live.locator(".hb-ranking th[aria-sort=ascending]")).to_contain_text("Percent")
    assert "ranking-sort=" in live.url


def test_the_table_behind_a_chart_is_opened(live: Page) -> None:
    live.goto(NURSES)
    twin = live.locator(".hb-twin").first
    tab_to(live, twin.locator("summary"))
    live.keyboard.press("Enter")
    expect(twin.get_by_role("table")).to_be_visible()


def test_the_map_is_walked_and_an_area_opened(live: Page) -> None:
    live.goto(WITHIN)
    live.wait_for_selector("[data-hb-map-shows]")
    tab_to(live, live.locator(".hb-map__view"))
    said = live.locator(".hb-map__frame [aria-live]")
    live.keyboard.press("ArrowRight")
    expect(said).not_to_be_empty()
    name = said.inner_text().split(":")[0]
    live.keyboard.press("Enter")
    expect(live.get_by_role("heading", level=1)).to_have_text(name)


def test_the_ground_is_chosen(live: Page) -> None:
    live.goto("/accessibility")
    tab_to(live, live.get_by_label("Colours"))
    live.keyboard.press("End")
    expect(live.locator("html")).to_have_attribute("data-hb-scheme", "dark")
    live.evaluate("localStorage.clear()")
