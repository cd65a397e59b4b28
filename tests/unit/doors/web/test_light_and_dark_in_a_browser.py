"""Every kind of page on light ground and dark, wide and narrow: nothing for axe to find."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from tests.accessibility import ALSO, violations
from tests.unit.doors.judged_release import build_judged_release
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site
from tests.unit.doors.web.sections.conftest import SECTIONS, page, with_sections

pytestmark = pytest.mark.browser

NARROW, WIDE = 320, 1100  # 320 is also 1280 at four times its size
WITHIN = "/indicator/access/within_30"
SMALL = {
    "home": "/",
    "indicators": "/indicators",
    "indicator with a map": WITHIN,
    "indicator in pages": f"{WITHIN}?area_type=lsoa11",
    "indicator with a trend": "/indicator/workforce/nurses",
    "area": "/area/icb22/E54000008",
    "changes of an area": "/area/icb22/E54000008/changes",
    "changes": "/changes",
    "log of changes": "/changes/log",
    "sections of every kind": "/page/theme",
    "explained": "/explain/access.within_30/icb22/E54000008",
    "search": "/search?q=exe",
    "about": "/about",
    "product": "/about/stroke.access",
    "accessibility": "/accessibility",
    "reference of the API": "/api/v1/docs",
    "page not found": "/nothing",
    "address not right": "/?what=1",
    "embedded map": f"/embed{WITHIN}/map",
}
JUDGED = {
    "funnel and inequality": "/indicator/health/smoking",
    "ranked bars": "/indicator/waits/seen",
    "control chart": "/area/district/E07000003",
}
KINDS = {**{kind: ("small", path) for kind, path in SMALL.items()}} | {
    kind: ("judged", path) for kind, path in JUDGED.items()
}
#: What can differ on dark ground.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
SCRIPT = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(21, 25, 28)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Addresses of the two sites that have every kind of page between them."""
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    folder: Path = tmp_path_factory.mktemp("grounds")
    with_sections(folder / "small", page(*SECTIONS))
    build_judged_release(folder / "judged")
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(live_site(SiteSettings(root=folder / name)))
            for name in ("small", "judged")
        }


@pytest.fixture(scope="module", params=[("light", NARROW), ("dark", WIDE)])
def seen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in the system's colours and as wide as a screen; the others are tried elsewhere."""
    scheme, width = request.param
    size = ViewportSize(width=width, height=800)
    with browser.new_context(color_scheme=scheme, viewport=size) as context:
        yield context.new_page()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    seen: Page, sites: dict[str, str], kind: str
) -> None:
    site, path = KINDS[kind]
    seen.goto(sites[site] + path, wait_until="networkidle")
    is_dark = seen.evaluate(SCRIPT) == DARK
    assert violations(seen, CONTRAST if is_dark else ALSO) == []
    width = seen.viewport_size["width"] if seen.viewport_size else 0
    assert seen.evaluate("document.documentElement.scrollWidth") <= width


def test_a_reader_may_choose_the_ground_and_keep_it(
    browser: Browser, sites: dict[str, str]
) -> None:
    with browser.new_context(base_url=sites["small"], color_scheme="light") as context:
        page = context.new_page()
        page.goto("/")
        assert page.evaluate(SCRIPT) == LIGHT
        page.get_by_label("Colours").select_option("dark")
        assert page.evaluate(SCRIPT) == DARK
        page.goto("/about")
        expect(page.get_by_label("Colours")).to_have_value("dark")
        assert page.evaluate(SCRIPT) == DARK
        page.emulate_media(media="print")
        assert page.evaluate(SCRIPT) == LIGHT
        page.emulate_media(media="screen")
        page.get_by_label("Colours").select_option("")
        assert page.evaluate(SCRIPT) == LIGHT


def test_without_a_script_the_system_decides_and_no_choice_is_offered(
    browser: Browser, sites: dict[str, str]
) -> None:
    with browser.new_context(
        base_url=sites["small"], color_scheme="dark", java_script_enabled=False
    ) as context:
        page = context.new_page()
        page.goto("/")
        expect(page.get_by_label("Colours")).to_be_hidden()
        expect(page.locator("body")).to_have_css("background-color", DARK)


def test_a_chart_in_a_frame_is_on_light_ground_whatever_the_system(
    browser: Browser, sites: dict[str, str]
) -> None:
    with browser.new_context(base_url=sites["small"], color_scheme="dark") as context:
        page = context.new_page()
        page.goto(f"/embed{WITHIN}/map")
        assert page.evaluate(SCRIPT) == LIGHT


def test_in_forced_colours_marks_and_words_are_the_systems(
    browser: Browser, sites: dict[str, str]
) -> None:
    with browser.new_context(
        base_url=sites["judged"], forced_colors="active", color_scheme="dark"
    ) as context:
        page = context.new_page()
        page.goto(JUDGED["control chart"], wait_until="networkidle")
        line = page.locator(".hb-control__line").first
        tick = page.locator(".hb-chart__tick").first
        stroke = line.evaluate("element => getComputedStyle(element).stroke")
        assert stroke == tick.evaluate("element => getComputedStyle(element).fill")
        assert stroke != page.evaluate(SCRIPT)
