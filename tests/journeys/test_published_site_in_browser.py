"""A site published as files, served by a plain host of files and read in a real browser."""

import functools
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.journeys.serving import COMMAND, need_front_end
from tests.unit.doors.small_release import build_small_release

pytestmark = [pytest.mark.journey, pytest.mark.browser]

NURSES = "indicator/workforce/nurses/index.html"
WITHIN = "indicator/access/within_30/index.html"


class Quiet(SimpleHTTPRequestHandler):
    """Python's own host of files, without a line for each request."""

    def log_message(self, *_words: object) -> None:
        """Nothing."""


def published(folder: Path, project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """What `hereabouts publish` said, run in a process of its own as people do."""
    command = [sys.executable, "-c", COMMAND, "publish", str(folder), "-C", str(project)]
    kinds = ["--area-types", "icb22,country"]
    return subprocess.run([*command, *kinds, *options], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder above a published site, as a host has it that keeps several."""
    need_front_end()
    top = tmp_path_factory.mktemp("host")
    build_small_release(top / "project")
    done = published(top / "host" / "place", top / "project", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return top / "host"


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """Its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/place/"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which every request must be answered, and nothing may go wrong."""
    opened = browser.new_page()
    wrong: list[str] = []

    def note(response: Response) -> None:
        if response.status >= 400:
            wrong.append(f"{response.status} {response.url}")

    opened.on("response", note)
    opened.on("pageerror", lambda fault: wrong.append(str(fault)))
    yield opened
    opened.close()
    assert wrong == []


def test_home_leads_to_an_indicator(page: Page, site: str) -> None:
    page.goto(f"{site}index.html")
    page.get_by_role("link", name="All indicators").click()
    page.get_by_role("link", name="Nurses").first.click()
    expect(page).to_have_url(f"{site}{NURSES}")


def test_a_map_is_coloured_and_leads_to_an_area(page: Page, site: str) -> None:
    page.goto(f"{site}{WITHIN}")
    expect(page.locator("[data-hb-map] canvas").first).to_be_visible()
    view = page.locator(".hb-map__view")
    view.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".hb-map__tip")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/area/icb22/*/index.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_period_is_chosen_without_a_form(page: Page, site: str) -> None:
    page.goto(f"{site}{NURSES}")
    page.get_by_text("Period: 2023").click()
    page.get_by_role("link", name="2020", exact=True).click()
    page.wait_for_url("**/nurses/period-2020-01-01/index.html")
    expect(page.get_by_text("Period: 2020")).to_be_visible()


def test_search_finds_areas_and_indicators(page: Page, site: str) -> None:
    page.goto(f"{site}index.html")
    page.locator("#header-search").fill("devon")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="1 found for “devon”")).to_be_visible()
    page.locator("[data-hb-search]").get_by_role("link", name="Devon").click()
    page.wait_for_url("**/area/icb22/E54000037/index.html")
    page.goto(f"{site}search/index.html?q=devno")
    expect(page.get_by_text("Nothing is called “devno”: 1 found for “devon”.")).to_be_visible()
    page.goto(f"{site}search/index.html?q=nowhere")
    expect(page.get_by_text("Nothing is called “nowhere”")).to_be_visible()


def test_without_script_every_area_is_listed(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}search/index.html?q=devon")
    page.get_by_role("link", name="Cheshire & Merseyside").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cheshire & Merseyside")
    context.close()


def test_pages_are_whole_when_opened_from_a_disk(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "place" / "index.html").as_uri())
    page.get_by_role("link", name="All indicators").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    loaded = page.evaluate("document.styleSheets.length")
    assert loaded >= 2
    page.close()


def test_a_folder_of_something_else_is_refused_in_words(folder: Path) -> None:
    done = published(folder, folder.parent / "project")
    assert done.returncode == 1
    assert "W302" in done.stderr


def test_an_internal_site_is_refused(folder: Path) -> None:
    new = folder.parent / "new"
    done = published(new, folder.parent / "project", "--audience", "internal")
    assert done.returncode == 13
    assert "W300" in done.stderr
    assert not new.exists()
