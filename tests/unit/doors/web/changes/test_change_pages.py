"""Pages of what changed: of a release, of an indicator, of an area, and of all releases."""

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from hereabouts.doors.web.pages import changes
from tests.unit.doors.changed_place import build
from tests.unit.doors.web.client import Client

AREA = "/r/2/area/district/E0700000"


def words_of(page: str) -> str:
    """What a page's main part says, without its markup."""
    main = re.search(r"<main.*?</main>", page, re.DOTALL)
    assert main
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main[0])))


def said(site: Client, path: str) -> str:
    answer = site.get(path)
    assert answer.status_code == 200
    return words_of(answer.text)


def test_a_release_says_what_it_changed_since_the_one_before(changed_site: Client) -> None:
    page = said(changed_site, "/r/2/changes")
    assert "What changed since release 1" in page
    assert "1 indicator is new, 1 indicator is gone, 1 indicator has new periods." in page
    assert "6 figures differ in periods that both releases have." in page
    assert "New: Mar 2025. Figures: 1 hidden now, 1 with other limits or counts," in page
    assert "District 2: waits.seen 60.0%: now lower than England (worse)" in page
    assert "where it was similar to England, in Mar 2025." in page
    assert "now surely in the best quarter of areas" in page.lower()


def test_any_earlier_release_can_be_compared_with(changed_site: Client) -> None:
    assert "What changed since release 2" in said(changed_site, "/changes")
    assert "What changed since release 1" in said(changed_site, "/changes?since=1")


def test_an_indicator_that_means_another_thing_is_said_and_not_compared(
    changed_site: Client,
) -> None:
    page = said(changed_site, "/r/4/changes")
    assert "Said otherwise: unit. Its figures are not compared" in page
    assert "No area is picked out." in page


def test_the_first_release_has_nothing_before_it(changed_site: Client) -> None:
    assert "the first release" in said(changed_site, "/r/1/changes")
    assert "nothing to compare" in said(changed_site, "/r/1/area/district/E07000001/changes")


def test_figures_of_an_indicator_are_listed_one_by_one(changed_site: Client) -> None:
    page = said(changed_site, "/r/2/changes?indicator=waits.seen")
    assert "District 3 Nov 2024 Rose from 61.0% to 62.5%." in page
    assert "District 5 Feb 2025 Shown now: 61.0%. It was hidden." in page
    assert "District 7 Jan 2025 Available now: 60.5%. It was not available." in page
    assert "District 9 Oct 2024 Now estimated; it was an ordinary figure." in page


def test_what_is_hidden_now_is_not_told_from_before(changed_site: Client) -> None:
    listed = said(changed_site, "/r/2/changes?indicator=waits.seen")
    assert "District 4 Feb 2025 Hidden now, to protect people's confidentiality." in listed
    mine = said(changed_site, f"{AREA}4/changes")
    assert "61.0" not in mine  # as release 1 showed it


def test_an_area_says_what_its_newest_figure_came_from(changed_site: Client) -> None:
    page = said(changed_site, f"{AREA}1/changes")
    assert "Rose from 60.0% in Feb 2025 to 80.0% in Mar 2025." in page
    assert "the newest value, 80.0%, is above the upper limit, in Mar 2025." in page
    crossed = said(changed_site, f"{AREA}2/changes")
    assert "60.0% in Mar 2025, now lower than England (worse)." in crossed


def test_the_log_tells_every_release_that_is_still_here(changed_site: Client) -> None:
    page = said(changed_site, "/changes/log")
    assert re.search(r"Release 4 .* Release 2 .* Release 1 ", page)
    assert "The first release that is still here." in page


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/changes?since=x", 400, "W280"),
        ("/changes?since=-1", 400, "W280"),
        ("/changes?since=1234567890", 400, "W280"),
        ("/changes?since=3", 404, "W281"),
        ("/r/2/changes?since=2", 404, "W281"),
        ("/r/2/changes?since=4", 404, "W281"),
        ("/changes?indicator=no.such", 404, "W282"),
        ("/changes?indicator=waits.seen&page=0", 400, "W202"),
        ("/changes?until=1", 400, "W201"),
        ("/changes/log?since=1", 400, "W201"),
        ("/area/district/E99/changes", 404, "W206"),
        ("/area/parish/E99/changes", 404, "W205"),
        ("/area/district/E07000001/changes?since=<script>", 400, "W280"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    changed_site: Client, path: str, status: int, code: str
) -> None:
    answer = changed_site.get(path)
    assert answer.status_code == status
    assert f"Code {code}" in words_of(answer.text)
    assert "<script>" not in answer.text


def test_pages_turn(changed_site: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "ROWS_A_PAGE", 4)
    path = "/changes?since=1&indicator=waits.new"
    assert "No figure differs." in said(changed_site, path)
    first = changed_site.get("/r/2/changes?since=1&indicator=waits.seen").text
    (onward,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = changed_site.get(unescape(onward)).text
    assert (first.count("District "), second.count("District ")) == (4, 2)
    assert 'rel="prev"' in second
    assert 'rel="next"' not in second
    assert "on this page" in said(changed_site, unescape(onward).replace("page=2", "page=9"))


def test_a_release_that_is_withdrawn_is_not_told_from_memory(
    changed_place: Path, tmp_path: Path, make_site: Callable[..., Client]
) -> None:
    copy = tmp_path / "place"
    shutil.copytree(changed_place, copy)
    site = make_site(copy)
    path = "/r/4/changes?since=1"
    assert site.get(path).status_code == 200
    shutil.rmtree(copy / ".hereabouts" / "releases" / "0001-open")
    assert site.get(path).status_code == 404
    assert "Release 1" not in words_of(site.get("/changes/log").text)


def test_releases_of_another_audience_are_never_compared(
    changed_place: Path, tmp_path: Path, make_site: Callable[..., Client]
) -> None:
    copy = tmp_path / "place"
    shutil.copytree(changed_place, copy)
    build(copy, 3, months=15, told={}, audience="internal")
    site = make_site(copy)
    assert site.get("/r/4/changes?since=3").status_code == 404
    assert "Release 3" not in words_of(site.get("/changes/log").text)


def test_a_page_of_an_older_release_says_so_and_leads_to_the_newest(changed_site: Client) -> None:
    old = changed_site.get("/r/2/area/district/E07000001").text
    assert "As at release 2, made on 2 November 2026." in old
    assert '<a class="govuk-link" href="/area/district/E07000001">see this page in release 4' in old
    assert "As at release" not in changed_site.get("/area/district/E07000001").text
    assert "As at release" not in changed_site.get("/r/4/area/district/E07000001").text


def test_a_page_says_how_to_cite_it(changed_site: Client) -> None:
    page = changed_site.get("/area/district/E07000001").text
    cited = (
        "Demo partnership (2026). Waits in the north: District 1. Release 4, 4 November 2026."
        " /r/4/area/district/E07000001"
    )
    assert cited in page


def test_pages_are_linked_from_an_area_and_from_about(changed_site: Client) -> None:
    area = changed_site.get("/area/district/E07000001").text
    assert 'href="/area/district/E07000001/changes"' in area
    assert 'href="/changes"' in changed_site.get("/about").text
