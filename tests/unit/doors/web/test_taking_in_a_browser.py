"""Charts taken away, in a real browser: in frames of other sites, as code, and on paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from tests.accessibility import violations
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

pytestmark = pytest.mark.browser

WITHIN = "/indicator/access/within_30"
EMBEDS = [
    f"/embed{WITHIN}/map",
    f"/embed{WITHIN}/ranking",
    "/embed/indicator/workforce/nurses/trend",
    "/embed/area/icb22/E54000008/workforce/nurses",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def live(small_place: Path) -> Iterator[str]:
    if not (BUNDLE / ".vite" / "manifest.json").is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    with live_site(SiteSettings(root=small_place)) as address:
        yield address


@contextmanager
def other_site(words: str) -> Iterator[str]:
    """A site of one page, on another port: to a browser, somebody else's."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the library's name
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("embed", EMBEDS)
def test_axe_finds_nothing_in_an_embedded_chart_wide_or_narrow(
    page: Page, live: str, embed: str
) -> None:
    page.goto(live + embed)
    for width in (760, 320):
        page.set_viewport_size({"width": width, "height": 640})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_another_site_can_frame_a_chart_and_nothing_else(page: Page, live: str) -> None:
    words = (
        f'<iframe title="chart" src="{live}{EMBEDS[0]}"></iframe>'
        f'<iframe title="page" src="{live}{WITHIN}"></iframe>'
    )
    with other_site(words) as address:
        page.goto(address)
        _chart_alone(page)


def _chart_alone(page: Page) -> None:
    chart = page.frame_locator('iframe[title="chart"]')
    expect(chart.get_by_role("heading", level=1)).to_contain_text("Admissions within 30 minutes")
    whole = page.frame_locator('iframe[title="page"]')
    expect(whole.get_by_role("heading", level=1)).to_have_count(0)


def test_the_picture_needs_no_frame_and_no_script(browser: Browser, live: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live}{WITHIN}")
    page.get_by_text("Embed this chart: ").first.click()
    code = page.locator("code").nth(1).inner_text()
    page.set_content(code.replace('="/', f'="{live}/'))
    box = page.get_by_role("img").bounding_box()
    assert box is not None
    assert box["height"] > 200
    context.close()


def test_code_is_made_whole_and_copied_by_keyboard(browser: Browser, live: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live}{WITHIN}")
    summary = page.locator(".hb-take summary").first
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Copy code").first
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Code copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f'<iframe src="{live}/embed{WITHIN}/map"')
    context.close()


def test_paper_has_the_figures_and_nothing_to_press(page: Page, live: str) -> None:
    page.goto(f"{live}{WITHIN}")
    page.emulate_media(media="print")
    for gone in (
        ".hb-controls",
        ".hb-take",
        ".hb-contents",
        ".hb-search--header",
        ".hb-navigation",
    ):
        for one in page.locator(gone).all():
            expect(one).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".hb-legend").first).to_be_visible()
    expect(page.get_by_text("Permanent link to this page")).to_be_visible()
