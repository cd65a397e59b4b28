"""Names, titles and queries written to break out of a page."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hereabouts.doors.web.app import create_app
from hereabouts.model.term import slug_of
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}</title></svg>"
PAGES = (
    *("/", "/indicators", "/indicator/access/within_30", "/indicator/workforce/nurses", "/about"),
    *("/about/stroke.access", "/area/icb22/E54000037", "/search", "/search?q=alert"),
    *("/glossary", f"/glossary/{slug_of(HOSTILE)}", "/dictionary"),
    *("/accessibility", "/nowhere", "/?q=1", "/indicator/access/within_30?area_type=lsoa11"),
)
KEPT = {"id", "name", "theme", "method", "better", "scheme", "code", "artefact", "home_area_type"}
FACTS = {"audience", "made_at", "start", "end", "fetched_at", "layer", "sensitivity", "inputs"}
FACTS |= {"next_due"}


class Tags(HTMLParser):
    """Tags and attributes that could run something."""

    def __init__(self) -> None:
        super().__init__()
        self.running: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_data = given.get("type") == "application/ld+json" and "src" not in given
        if tag == "script" and not (
            is_data or (given.get("src") or "").startswith("/static/dist/")
        ):
            self.running.append(f"<{tag}>")
        if tag == "img" and not (given.get("src") or "").startswith("/r/"):
            self.running.append(f"<img src={given.get('src')}>")
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.running.append(f"{tag} {name}={value}")


def running(page: str) -> list[str]:
    tags = Tags()
    tags.feed(page)
    return tags.running


def poisoned(said: Any) -> Any:
    """Every word a project may write, replaced; what the program itself relies on, kept."""
    if isinstance(said, dict):
        return {
            name: one
            if name in KEPT | FACTS or (name == "area_types" and _are_codes(one))
            else poisoned(one)
            for name, one in said.items()
        }
    if isinstance(said, list):
        return [poisoned(one) for one in said]
    return HOSTILE if isinstance(said, str) else said


def _are_codes(said: Any) -> bool:
    return isinstance(said, list) and all(isinstance(one, str) for one in said)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    root = tmp_path_factory.mktemp("hostile")
    folder = build_small_release(root)
    said = json.loads((folder / "release.json").read_text())
    made = poisoned(said)
    for one, was in zip(made["indicators"], said["indicators"], strict=True):
        one["products"] = was["products"]
    made["pages"][0]["indicators"] = said["pages"][0]["indicators"]
    made["disclosure"] = said["disclosure"]
    made["glossary"] = {HOSTILE: HOSTILE}
    made["terms"] = {HOSTILE: {"owner": HOSTILE, "source": "javascript:alert(1)"}}
    (folder / "release.json").write_text(json.dumps(made))
    with duckdb.connect(str(folder / "serve.duckdb")) as con:
        con.execute("update areas set area_name = ?", [HOSTILE])
    with Client(create_app(root)) as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
def test_no_word_of_a_project_is_ever_a_tag(hostile: Client, path: str) -> None:
    answer = hostile.get(path)
    assert answer.status_code in {200, 400, 404}
    assert running(answer.text) == []
    assert "<script>" not in answer.text
    told = re.sub(r' (d|x|y|cx|cy|height|width)="[^"]*"', "", answer.text)  # but not what is drawn
    assert "49" not in told.replace("549", "")


def test_the_words_are_shown_as_they_were_written(hostile: Client) -> None:
    page = hostile.get("/area/icb22/E54000037").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("path", ["/theme.css", "/favicon.svg", "/health"])
def test_a_places_words_never_reach_its_style_or_icon(hostile: Client, path: str) -> None:
    answer = hostile.get(path)
    assert answer.status_code == 200
    assert "alert" not in answer.text


def test_what_is_searched_for_is_only_words(site: Client) -> None:
    query = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    answer = site.get(f"/search?q={query}")
    assert answer.status_code == 200
    assert running(answer.text) == []
    assert "&lt;script&gt;" in answer.text


@pytest.mark.parametrize("contact", ["javascript:alert(1)", 'a@b" onclick=x', "data:text/html,x"])
def test_a_contact_that_is_no_address_is_not_a_link(tmp_path: Path, contact: str) -> None:
    folder = build_small_release(tmp_path)
    said = json.loads((folder / "release.json").read_text())
    said["place"]["contact"] = contact
    (folder / "release.json").write_text(json.dumps(said))
    with Client(create_app(tmp_path)) as client:
        page = client.get("/accessibility").text
    assert running(page) == []
    assert 'href="javascript' not in page
    assert 'href="data' not in page
