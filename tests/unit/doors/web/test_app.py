"""The front door: what every answer carries, whom it answers, and what it refuses."""

from pathlib import Path

import pytest

from hereabouts.model.policy import Audience
from tests.unit.doors.small_manifest import ARTEFACT
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

PAGES = (
    *("/", "/indicators", "/indicator/access/within_30", "/area/icb22/E54000037", "/about"),
    *("/about/stroke.access", "/search?q=exeter", "/accessibility", "/r/1/"),
)
DATA = (
    *(
        "/health",
        "/theme.css",
        "/favicon.svg",
        "/search.json?q=devon",
        f"/artefacts/{ARTEFACT}/ids.webp",
    ),
    *(f"/artefacts/{ARTEFACT}/areas.pmtiles", "/r/1/values/access.within_30/icb22/2017-01-01.f32"),
    *("/r/1/map/access.within_30/icb22/2017-01-01.png", "/r/1/locate/icb22/E54000037.png"),
    *("/r/1/download/access/within_30.csv", "/r/1/download/access/within_30.geojson"),
)
PROBLEMS = ("/nowhere", "/?unknown=1", "/r/99/", "/area/icb22/none", "/static/none", "/two%0alines")
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
}


@pytest.mark.parametrize("path", [*PAGES, *DATA, *PROBLEMS])
def test_every_answer_carries_the_security_headers(site: Client, path: str) -> None:
    answer = site.get(path)
    assert answer.headers.items() >= ALWAYS.items()
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers.get_list("content-security-policy")[1:] == []
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", PAGES)
def test_pages_run_only_our_own_scripts_and_none_in_the_page(site: Client, path: str) -> None:
    answer = site.get(path)
    policy = dict(
        part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";")
    )
    assert answer.status_code == 200
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["base-uri"] == policy["object-src"] == "'none'"
    assert "<script>" not in answer.text
    assert "<style" not in answer.text
    assert " style=" not in answer.text
    assert " onclick" not in answer.text


@pytest.mark.parametrize("path", DATA)
def test_data_that_is_opened_as_a_page_can_do_nothing(site: Client, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 200
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", PROBLEMS)
def test_problems_are_not_kept_by_anyone(site: Client, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code in {400, 404}
    assert answer.headers["cache-control"] == "no-cache"


def test_what_a_numbered_release_says_is_kept_longer_than_what_the_newest_says(
    site: Client,
) -> None:
    newest, numbered, data = (
        site.get(path).headers["cache-control"]
        for path in ("/about", "/r/1/about", "/r/1/theme.css")
    )
    assert newest == "public, max-age=60"
    assert numbered == "public, max-age=86400, immutable"
    assert data == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80:80", ""])
def test_another_hosts_name_is_refused(site: Client, host: str) -> None:
    answer = site.get("/", host=host)
    assert answer.status_code == 400
    assert answer.headers.items() >= ALWAYS.items()
    assert host == "" or host not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:9", "[::1]:8000"])
def test_our_own_names_are_answered_on_any_port(site: Client, host: str) -> None:
    assert site.get("/", host=host).status_code == 200


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "MADE-UP"]
)
@pytest.mark.parametrize("path", ["/", "/health"])
def test_nothing_can_be_written(site: Client, method: str, path: str) -> None:
    answer = site.ask(method, path)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert answer.headers.items() >= ALWAYS.items()


def test_an_endless_address_is_refused_before_it_is_read(site: Client) -> None:
    assert site.get("/search?q=" + "a" * 9_000).status_code == 414
    assert site.get("/search?q=" + "a" * 7_000).status_code == 400


@pytest.mark.parametrize("path", ["/", "/indicator/access/within_30", "/r/1/theme.css"])
def test_a_head_is_a_get_without_its_body(site: Client, path: str) -> None:
    whole, head = site.get(path), site.ask("HEAD", path)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers == whole.headers


@pytest.mark.parametrize(
    "path",
    [
        "/static/%2e%2e/%2e%2e/app.py",
        "/static/dist/..%2f..%2fapp.py",
        "/static//etc/passwd",
        f"/artefacts/{ARTEFACT}/..%2f..%2freleases%2f0001-open%2frelease.json",
        "/artefacts/..%2freleases%2f0001-open/release.json",
        "/artefacts/%2e%2e/place.yml",
        f"/artefacts/{ARTEFACT}/release.json",
        "/artefacts/another-000000000000/ids.webp",
        f"/artefacts/{ARTEFACT}%00/ids.webp",
        "/r/1/locate/icb22/..%2f..%2fE54000037.png",
    ],
)
def test_no_path_leads_out_of_what_is_published(site: Client, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/json"
    assert set(answer.json()["error"]) == {"code", "problem", "do"}


@pytest.mark.parametrize(
    "path", ["/area/icb22/Ynys%20M%C3%B4n", "/%F0%9F%97%BA", "/%ff%fe", "/r/1%0a/", "/a/b/c/d/e/f"]
)
def test_an_odd_address_is_not_found_in_our_own_words(site: Client, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 404
    assert "What you can do" in answer.text


def test_a_page_that_is_not_there_is_never_unchanged(site: Client) -> None:
    assert site.get("/nowhere", if_none_match="*").status_code == 404


def test_an_internal_site_says_so_and_is_kept_by_nobody(
    tmp_path: Path, make_site: MakeSite
) -> None:
    build_small_release(tmp_path, audience="internal")
    client = make_site(tmp_path, audience=Audience.INTERNAL)
    for path in (*PAGES, *DATA, "/nowhere"):
        answer = client.get(path)
        assert answer.headers["cache-control"] == "private, no-store", path
        assert answer.headers["x-robots-tag"] == "noindex, nofollow", path
    assert "Internal: not for publication" in client.get("/").text
    assert client.ask("POST", "/").headers["cache-control"] == "private, no-store"


def test_an_open_site_never_shows_an_internal_release(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path, number=1, audience="internal")
    client = make_site(tmp_path)
    assert client.get("/").status_code == 503
    assert client.get("/r/1/").status_code == 404


def test_an_open_site_says_nothing_of_internal(site: Client) -> None:
    assert "not for publication" not in site.get("/").text


def test_before_any_release_each_page_says_what_to_do(tmp_path: Path, make_site: MakeSite) -> None:
    client = make_site(tmp_path)
    for path in ("/", "/about", "/nowhere"):
        answer = client.get(path)
        assert answer.status_code in {503, 404}
        assert answer.headers.items() >= ALWAYS.items()
    assert "There is nothing here yet" in client.get("/").text
    assert "hereabouts release" in client.get("/").text
    health = client.get("/health")
    assert (health.status_code, health.json()["code"]) == (503, "R101")
    assert client.get("/theme.css").status_code == 503


def test_a_site_without_the_built_front_end_still_shows_its_pages(
    tmp_path: Path, make_site: MakeSite
) -> None:
    build_small_release(tmp_path)
    answer = make_site(tmp_path, bundle=tmp_path / "none").get("/indicator/access/within_30")
    assert answer.status_code == 200
    assert "/static/dist/" not in answer.text


@pytest.mark.parametrize("name", ["release.json", "serve.duckdb"])
def test_a_broken_release_is_our_fault_and_not_the_readers(
    tmp_path: Path, make_site: MakeSite, name: str
) -> None:
    folder = build_small_release(tmp_path)
    (folder / name).write_bytes(b"broken")
    client = make_site(tmp_path)
    for path in ("/", "/about", "/health"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert str(tmp_path) not in answer.text
    assert "Sorry, there is a problem" in client.get("/").text


def test_a_fault_of_ours_says_nothing_of_what_went_wrong(
    small_place: Path, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr("hereabouts.doors.web.pages.search.find", fail)
    answer = make_site(small_place).get("/search?q=whatever")
    assert answer.status_code == 500
    assert "Sorry, there is a problem" in answer.text
    assert "secret" not in answer.text
    assert answer.headers.items() >= ALWAYS.items()
    assert answer.headers["cache-control"] == "no-cache"
