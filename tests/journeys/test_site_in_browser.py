"""The site of a made-up place, served for real and read in a real browser."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
)

from hereabouts.cli import main
from tests.accessibility import violations
from tests.journeys.serving import need_front_end, served

pytestmark = [pytest.mark.journey, pytest.mark.browser]

MEMBERS = "/indicator/library/members"
SMALL = f"{MEMBERS}?area_type=area"
KINDS = {
    "home": "/",
    "indicators": "/indicators",
    "indicator": MEMBERS,
    "indicator with a filter": SMALL,
    "area": "/area/area/E01999001",
    "larger area": "/area/neighbourhood/N1",
    "search": "/search?q=E01999",
    "search without results": "/search?q=nowhere",
    "about": "/about",
    "product": "/about/library.membership",
    "accessibility": "/accessibility",
    "not found": "/nowhere",
    "not right": "/?nothing=1",
    "numbered release": f"/r/1{MEMBERS}",
}
PIXELS = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 255) {
      const colour = [data[i], data[i + 1], data[i + 2]];
      seen.add("#" + colour.map((part) => part.toString(16).padStart(2, "0")).join(""));
    }
  }
  return [...seen];
}"""


@pytest.fixture(scope="module")
def address(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of the place is served, without its last slash."""
    need_front_end()
    place = tmp_path_factory.mktemp("served") / "place"
    shutil.copytree(built_once, place)
    done = CliRunner().invoke(main, ["release", "--folder", str(place)])
    assert done.exit_code == 0, done.output
    yield from served(place)


@pytest.fixture(scope="module")
def scripted(browser: Browser, address: str) -> Iterator[BrowserContext]:
    with browser.new_context(base_url=address) as context:
        context.set_default_timeout(15_000)
        yield context


@pytest.fixture(scope="module")
def scriptless(browser: Browser, address: str) -> Iterator[BrowserContext]:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        context.set_default_timeout(15_000)
        yield context


@pytest.fixture(scope="module")
def unscripted(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Where no script ever comes, but axe can still run, which it cannot where all are off."""
    with browser.new_context(base_url=address) as context:
        context.set_default_timeout(15_000)
        context.route("**/*.js", lambda route: route.abort())
        yield context


@pytest.fixture
def page(scripted: BrowserContext) -> Iterator[Page]:
    """A page with script, which must complain of nothing."""
    with scripted.new_page() as opened:
        wrongs = complaints(opened)
        yield opened
        assert wrongs == []


@pytest.fixture
def plain(scriptless: BrowserContext) -> Iterator[Page]:
    """A page without script."""
    with scriptless.new_page() as opened:
        yield opened


def complaints(page: Page) -> list[str]:
    """What the browser objects to, such as a broken policy, but not the status of the page."""
    found: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        is_status = (
            message.text.startswith("Failed to load") and message.location["url"] == page.url
        )
        if message.type == "error" and not is_status:
            found.append(message.text)

    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", hear)
    return found


def rows(page: Page) -> list[str]:
    """Names in the ranking, in order, without those filtered out."""
    return page.locator(".hb-ranking tbody tr:visible th").all_inner_texts()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_and_the_browser_find_nothing_wrong(page: Page, kind: str) -> None:
    page.goto(KINDS[kind], wait_until="networkidle")
    assert violations(page) == []


@pytest.mark.parametrize("kind", ["home", "indicator", "larger area", "search"])
def test_axe_finds_nothing_wrong_without_a_script(unscripted: BrowserContext, kind: str) -> None:
    with unscripted.new_page() as page:
        page.goto(KINDS[kind])
        assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_page_never_scrolls_sideways(page: Page, kind: str) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(KINDS[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_the_map_is_coloured_in_its_legends_colours(page: Page) -> None:
    page.goto(SMALL)
    page.wait_for_selector("[data-hb-map-shows]")
    fills = json.loads(page.locator("figure[data-hb-map]").get_attribute("data-fills") or "")
    seen = page.locator(".hb-map__canvas").evaluate(PIXELS)
    assert len(fills) > 1
    assert {colour.lower() for colour, *_ in fills} <= set(seen)


def test_without_javascript_a_drawn_map_stands_in(plain: Page) -> None:
    with plain.expect_response("**/map/**.png") as drawn:
        plain.goto(SMALL)
    assert drawn.value.ok
    picture = plain.get_by_role("img", name="Map of 12 small areas")
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 100
    assert plain.locator("canvas").count() == 0


def test_the_keyboard_reaches_the_map_and_moves_between_its_areas(page: Page) -> None:
    page.goto(SMALL)
    page.wait_for_selector("[data-hb-map-shows]")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(".hb-map__view:focus").count():
            break
    expect(page.locator(".hb-map__view")).to_be_focused()
    said = page.locator(".hb-map__frame [aria-live]")
    page.keyboard.press("ArrowRight")
    expect(said).not_to_be_empty()
    first = said.inner_text()
    page.keyboard.press("ArrowLeft")
    expect(said).not_to_have_text(first)
    second = said.inner_text().split(":")[0]
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(second)
    assert "/area/area/" in page.url


def test_the_order_of_the_ranking_is_in_the_address_and_survives_a_reload(page: Page) -> None:
    page.goto(SMALL)
    served = rows(page)
    page.locator(".hb-ranking thead").get_by_role("button", name="Percent").click()
    ordered = rows(page)
    assert ordered != served
    assert sorted(ordered) == sorted(served)
    assert "ranking-sort=" in page.url
    page.reload()
    assert rows(page) == ordered


def test_the_filter_of_the_ranking_is_in_the_address_and_survives_a_reload(page: Page) -> None:
    page.goto(SMALL)
    wanted = rows(page)[3]
    page.get_by_label("Filter small areas by name").fill(wanted)
    expect(page.get_by_text("Showing 1 of 12 rows")).to_be_visible()
    assert rows(page) == [wanted]
    assert "ranking-q=" in page.url
    page.reload()
    assert rows(page) == [wanted]
    expect(page.get_by_label("Filter small areas by name")).to_have_value(wanted)


def test_an_order_chosen_without_javascript_is_in_the_address_too(plain: Page) -> None:
    plain.goto(SMALL)
    plain.locator(".hb-ranking thead").get_by_role("link", name="Small area").click()
    assert "sort=area" in plain.url
    names = rows(plain)
    assert names == sorted(names)
    plain.reload()
    assert rows(plain) == names


@pytest.mark.parametrize(("link", "begins"), [("CSV", "# title: "), ("GeoJSON", "{")])
def test_a_download_comes(page: Page, link: str, begins: str) -> None:
    page.goto(SMALL)
    with page.expect_download() as coming:
        page.get_by_role("link", name=f"{link}:").click()
    assert coming.value.suggested_filename.endswith(link.lower())
    text = coming.value.path().read_text("utf-8")
    assert text.startswith(begins)
    assert "E01999001" in text


def test_the_whole_site_can_be_walked_without_javascript(plain: Page) -> None:
    plain.goto("/")
    plain.get_by_role("link", name="Library members", exact=True).first.click()
    plain.get_by_label("Kind of area").select_option("area")
    plain.get_by_role("button", name="Show").click()
    link = plain.locator(".hb-ranking tbody a").first
    name = link.inner_text()
    link.click()
    expect(plain.get_by_role("heading", level=1)).to_have_text(name)
    plain.get_by_role("link", name="Areas", exact=True).first.click()
    plain.get_by_label("Name or code of an area, or any word").fill("E01999003")
    plain.get_by_role("button", name="Find", exact=True).click()
    expect(plain.get_by_role("status").get_by_text("1 area found")).to_be_visible()
