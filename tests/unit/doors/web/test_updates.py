"""When the next of a source is due, as pages say it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from hereabouts.doors.web.updates import often_words
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.pages.test_pages import text_of


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("1 y", "every year"),
        ("2 years", "every 2 years"),
        ("quarterly", "every 3 months"),
        ("18 m", "every 18 months"),
        ("P1W", "every week"),
        ("14 d", "every 2 weeks"),
        ("10 d", "every 10 days"),
        ("36 h", "every 36 hours"),
        ("90 min", "every 90 minutes"),
        ("now and then", ""),
        ("", ""),
    ],
)
def test_how_often_it_comes_is_in_words(said: str, words: str) -> None:
    assert often_words(said) == words


def test_an_indicator_says_when_its_next_update_is_due(site: Client) -> None:
    page = site.get("/indicator/workforce/nurses").text
    words = text_of(page)
    assert "Next update Due by 12 December 2026 Staff in post, every 3 months" in words
    assert '<time datetime="2026-12-12" data-hb-due>' in page
    assert "overdue by" not in words


def test_what_was_overdue_when_it_was_released_is_flagged(site: Client) -> None:
    """It was due on 15 November, and released on the 24th."""
    for address in ("/indicator/access/within_30", "/about/stroke.access"):
        words = text_of(site.get(address).text)
        assert "Due by 15 November 2026 overdue by 9 days when this was released" in words
    assert "Comes Every year" in words


def test_of_what_is_not_promised_again_nothing_is_said(site: Client) -> None:
    assert "Next update" not in text_of(site.get("/about").text)


def test_the_cover_of_a_workbook_says_so_too(site: Client) -> None:
    book = load_workbook(BytesIO(site.get("/r/1/download/workforce/nurses.xlsx").content))
    said = [str(row[0].value) for row in book["Cover"].iter_rows()]
    at = said.index("Next update")
    assert said[at + 1 : at + 3] == [
        "Staff in post: due by 12 December 2026",
        "This file does not change: newer figures come in a newer release.",
    ]
