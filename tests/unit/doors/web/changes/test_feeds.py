"""Atom feeds: well formed, with identifiers that stay, and only of what is signalled."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.changes.feed import Entry, Feed, write_feed
from hereabouts.model.policy import Audience
from hereabouts.release.reader import latest
from tests.unit.doors.web.client import Client

FEEDS = (
    "/feeds/releases.atom",
    "/feeds/area/district/E07000001.atom",
    "/feeds/indicator/waits/seen.atom",
    "/feeds/theme/waits.atom",
)
ATOM = "{http://www.w3.org/2005/Atom}"
#: RFC 4287, 4.1.1 and 4.1.2: what must be there, once.
FEED_MUST = ("id", "title", "updated", "author")
ENTRY_MUST = ("id", "title", "updated", "summary")


def parsed(site: Client, path: str) -> Any:
    answer = site.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return feedparser.parse(answer.content)


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_valid_atom(changed_site: Client, path: str) -> None:
    found = parsed(changed_site, path)
    assert not found.bozo
    assert found.version == "atom10"
    root = ET.fromstring(changed_site.get(path).content)  # noqa: S314  # our own
    assert all(len(root.findall(ATOM + name)) == 1 for name in FEED_MUST)
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        assert all(len(entry.findall(ATOM + name)) == 1 for name in ENTRY_MUST)
        day = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
        assert re.fullmatch(day, entry.findtext(f"{ATOM}updated", ""))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"http://localhost{path}"


def test_entries_lead_to_pages_that_are_there_and_will_not_change(changed_site: Client) -> None:
    for path in FEEDS:
        for entry in parsed(changed_site, path).entries:
            address = entry.link.removeprefix("http://localhost")
            assert address.startswith("/r/")
            assert changed_site.get(address).status_code == 200


def titles(site: Client, path: str) -> list[str]:
    return [entry.title for entry in parsed(site, path).entries]


def test_a_feed_tells_releases_and_the_signals_of_what_it_is_about(changed_site: Client) -> None:
    releases = ["Release 4", "Release 2", "Release 1"]
    assert titles(changed_site, "/feeds/releases.atom") == releases
    of_area = titles(changed_site, "/feeds/area/district/E07000002.atom")
    assert of_area == ["Release 4", "Release 2", "District 2: waits.seen", "Release 1"]
    of_theme = titles(changed_site, "/feeds/theme/waits.atom")
    assert [one for one in of_theme if one not in releases] == [
        "District 1: waits.seen",
        "District 2: waits.seen",
        "District 6: waits.seen",
        "District 6: waits.seen",
    ]
    assert titles(changed_site, "/feeds/indicator/waits/new.atom") == releases


def test_identifiers_stay_when_a_release_is_withdrawn(
    changed_place: Path, tmp_path: Path, make_site: Callable[..., Client]
) -> None:
    copy = tmp_path / "place"
    shutil.copytree(changed_place, copy)
    site = make_site(copy)
    path = "/feeds/theme/waits.atom"
    before = parsed(site, path)
    shutil.rmtree(copy / ".hereabouts" / "releases" / "0004-open")
    after = parsed(site, path)
    assert after.feed.id == before.feed.id == "tag:localhost,2026:feed/theme/waits"
    assert [e.id for e in after.entries] == [
        e.id for e in before.entries if "release/4" not in e.id
    ]
    assert "tag:localhost,2026-11-02:signal/2/spc/waits.seen/district/E07000001" in [
        entry.id for entry in after.entries
    ]


def test_a_feed_names_the_site_by_the_address_it_was_asked_by(
    changed_place: Path, make_site: Callable[..., Client]
) -> None:
    site = make_site(changed_place, hosts=frozenset({"localhost", "data.example.org"}))
    assert parsed(site, FEEDS[0]).feed.id == "tag:localhost,2026:feed/releases"
    answer = site.get(FEEDS[0], host="data.example.org")
    assert feedparser.parse(answer.content).feed.id == "tag:data.example.org,2026:feed/releases"
    assert site.get(FEEDS[0], host="evil.example.org").status_code == 400


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/feeds/theme/none.atom", 404, "W285"),
        ("/feeds/indicator/waits/none.atom", 404, "W204"),
        ("/feeds/area/district/E99.atom", 404, "W206"),
        ("/feeds/nothing.atom", 404, "W210"),
        ("/feeds/releases.atom?since=1", 400, "W201"),
    ],
)
def test_a_feed_that_is_not_there_is_said(
    changed_site: Client, path: str, status: int, code: str
) -> None:
    answer = changed_site.get(path)
    assert answer.status_code == status
    assert answer.json()["error"]["code"] == code


def test_pages_name_their_feeds(changed_site: Client) -> None:
    def named(path: str) -> list[str]:
        page = changed_site.get(path).text
        return re.findall(r'rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', page)

    assert named("/") == [FEEDS[0]]
    assert named("/area/district/E07000001") == [FEEDS[0], FEEDS[1]]
    assert named("/indicator/waits/seen") == [FEEDS[0], FEEDS[2], FEEDS[3]]


@given(text=st.text())
def test_any_words_make_a_well_formed_feed(changed_place: Path, text: str) -> None:
    at = latest(changed_place, audience=Audience.OPEN).manifest.made_at
    entry = Entry(id_parts=(text,), title=text, words=text, at=at, href="/", kind="release")
    made = Feed(
        id_parts=("feed",), title=text, subtitle=text, author=text, at=at, href="/", own="/f.atom",
        entries=(entry,),
    )  # fmt: skip
    written = write_feed(made, site="http://localhost", host="localhost")
    root = ET.fromstring(written)  # noqa: S314  # our own
    assert root.find(f"{ATOM}entry") is not None
