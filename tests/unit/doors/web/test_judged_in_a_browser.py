"""Charts and comparisons in a real browser: nothing for axe to find, at any width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from tests.accessibility import violations
from tests.unit.doors.judged_release import build_judged_release
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

pytestmark = pytest.mark.browser

CONTROL_CHART = "/area/district/E07000003"
#: The others are among the pages that are tried on light ground and dark.
KINDS = {
    "one kind of area": "/indicator/health/smoking?compared=worse&chart=ranked",
    "line in its place": f"{CONTROL_CHART}?chart=line",
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with the built front end, which must complain of nothing."""
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    place: Path = tmp_path_factory.mktemp("judged")
    build_judged_release(place)
    wrongs: list[str] = []
    with live_site(SiteSettings(root=place)) as address, opened_browser() as browser:
        opened = browser.new_context(base_url=address).new_page()
        opened.on("console", lambda said: wrongs.extend([said.text] * (said.type == "error")))
        yield opened
    assert wrongs == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_wrong_and_nothing_scrolls_sideways(page: Page, kind: str) -> None:
    page.goto(KINDS[kind], wait_until="networkidle")
    assert violations(page) == []
    page.set_viewport_size({"width": 375, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.set_viewport_size({"width": 1100, "height": 900})


def test_marks_are_seen_in_the_places_they_are_drawn(page: Page) -> None:
    page.goto(CONTROL_CHART)
    marks = page.locator(".hb-control__line ~ .hb-mark")
    assert marks.count() == 24
    special = page.locator(".hb-mark--worse").nth(0)
    ordinary = page.locator(".hb-chart .hb-mark--ordinary").first
    colours = [
        one.evaluate("element => getComputedStyle(element).fill") for one in (special, ordinary)
    ]
    assert colours[0] != colours[1]
