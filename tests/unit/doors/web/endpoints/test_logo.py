"""The place's logo: shown as an image, and unable to do anything else."""

import json
from base64 import b64encode
from pathlib import Path

import pytest

from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

DRAWS = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def logoed(tmp_path: Path, make_site: MakeSite) -> Client:
    told = build_small_release(tmp_path) / "release.json"
    said = json.loads(told.read_text("utf-8"))
    said["place"]["logo"] = {"kind": "image/svg+xml", "base64": b64encode(DRAWS).decode()}
    told.write_text(json.dumps(said), "utf-8")
    return make_site(tmp_path)


def test_a_page_shows_it_and_it_runs_nothing(logoed: Client) -> None:
    assert '<img class="hb-header__logo" src="/r/1/logo.svg" alt=""' in logoed.get("/").text
    answer = logoed.get("/r/1/logo.svg")
    assert (answer.status_code, answer.content) == (200, DRAWS)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "sandbox" in answer.headers["content-security-policy"]


def test_it_has_one_kind(logoed: Client) -> None:
    assert logoed.get("/r/1/logo.png").status_code == 404


def test_a_place_without_one_shows_none(site: Client) -> None:
    assert "hb-header__logo" not in site.get("/").text
    assert site.get("/r/1/logo.svg").status_code == 404
