"""How long the API's answers may be kept, by whom, and who may read them."""

from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web.page_door import PageDoor
from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

AREAS = "areas?type=icb22"


def test_a_numbered_release_is_kept_for_ever_and_the_newest_for_a_minute(site: Client) -> None:
    fixed, newest = (site.get(f"/api/v1/{at}{AREAS}") for at in ("releases/1/", ""))
    assert fixed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert newest.headers["cache-control"] == "public, max-age=60"
    assert fixed.json()["items"][0]["code"] == newest.json()["items"][0]["code"]


def test_what_has_not_changed_is_not_sent_again(site: Client) -> None:
    tag = site.get(f"/api/v1/{AREAS}").headers["etag"]
    again = site.get(f"/api/v1/{AREAS}", if_none_match=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["access-control-allow-origin"] == "*"
    assert site.get("/api/v1/tiles", if_none_match=tag).status_code == 200


def test_head_is_get_without_its_body(site: Client) -> None:
    got = site.get(f"/api/v1/{AREAS}")
    head = site.ask("HEAD", f"/api/v1/{AREAS}")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"]


def test_nothing_can_be_written(site: Client) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = site.ask(method, "/api/v1/observations")
        assert answer.status_code == 405
        assert "access-control-allow-origin" not in answer.headers


def test_open_data_may_be_read_by_pages_of_other_sites_and_pages_may_not(site: Client) -> None:
    files = ("/api/v1", "/api/v1/nothing", "/r/1/download/access/within_30.csv")
    for address in files:
        assert site.get(address).headers["access-control-allow-origin"] == "*"
    for address in ("/", "/api/v1/docs", "/health"):
        assert "access-control-allow-origin" not in site.get(address).headers


def test_what_is_internal_is_private_and_for_this_site_alone(
    tmp_path: Path, make_site: MakeSite
) -> None:
    build_small_release(tmp_path, audience="internal")
    site = make_site(tmp_path, audience=Audience.INTERNAL)
    for address in ("/api/v1", f"/api/v1/releases/1/{AREAS}", "/api/v1/nothing"):
        answer = site.get(address)
        assert answer.headers["cache-control"] == "private, no-store"
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert "access-control-allow-origin" not in answer.headers


def test_a_new_release_is_the_newest_at_once(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path, number=1)
    site = make_site(tmp_path)
    assert site.get("/api/v1/tiles").json()["release"] == 1
    build_small_release(tmp_path, number=2)
    assert site.get("/api/v1/tiles").json()["release"] == 2


def test_whoever_asks_the_api_for_everything_pushes_no_page_out_of_memory(
    tmp_path: Path, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    answering = PageDoor.__call__

    async def counted(door: PageDoor, scope: Any, receive: Any, send: Any) -> None:
        made.append(scope["path"])
        await answering(door, scope, receive, send)

    monkeypatch.setattr(PageDoor, "__call__", counted)
    build_small_release(tmp_path)
    site = make_site(tmp_path, cache_bytes=400_000)
    site.get("/about")
    for number in range(1, 131):
        assert site.get(f"/api/v1/areas?type=lsoa11&limit={number}").status_code == 200
    site.get("/about")
    assert made == ["/about"]
