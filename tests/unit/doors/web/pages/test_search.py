"""The page that says what was found."""

import re
from html import unescape

import pytest

from tests.unit.doors.web.client import Client
from tests.unit.doors.web.pages.test_pages import text_of

DEVON, CORNWALL, ENGLAND = "icb22/E54000037", "icb22/E54000036", "country/E92000001"
SMALL = "lsoa11/E01000001"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("devon", "1 area found for “devon”"),
        ("exe", "50 or more areas found"),
        ("nurses", "1 indicator found"),
        ("E54000037", "1 area found"),
        ("zzz", "Nothing is called “zzz”"),
        ("ynys%20mon", "1 area found"),
        ("dovon", "Nothing is called “dovon”: 1 area found for “devon”"),
        ("devon+nurses", "Nothing has all the words of “devon nurses”: 1 area and 1 indicator"),
        ("ex1+1aa", "This looks like a postcode, but this site has none like it"),
        ("clot-busting", "1 word found for “clot-busting”"),
    ],
)
def test_a_search_says_what_it_found(site: Client, query: str, found: str) -> None:
    assert found in text_of(site.get(f"/search?q={query}").text)


def test_a_word_leads_to_what_it_means(site: Client) -> None:
    page = site.get("/search?q=thrombolysis").text
    assert 'href="/glossary/thrombolysis"' in page
    assert 'id="word-thrombolysis"' in site.get("/about").text


def test_a_made_up_indicator_is_said_to_be_made_up(site: Client) -> None:
    assert "Synthetic" in site.get("/search?q=registered+staff").text


def test_areas_that_are_found_can_be_added_to_those_compared_so_far(site: Client) -> None:
    page = site.get("/search?q=cornwall&area=icb22/E54000037").text
    assert "/compare?area=icb22/E54000037&amp;area=icb22/E54000036" in page
    assert 'name="area" value="icb22/E54000037"' in page
    assert "To be compared: Devon" in text_of(page)


def test_an_area_that_is_compared_already_is_not_offered_again(site: Client) -> None:
    page = site.get("/search?q=devon&area=icb22/E54000037").text
    assert "area=icb22/E54000037&amp;area=" not in page


@pytest.mark.parametrize(
    "compared", [(DEVON,), (DEVON, CORNWALL), (ENGLAND, DEVON), (ENGLAND,), (SMALL,)]
)
def test_only_what_can_be_compared_with_the_others_is_offered(
    site: Client, compared: tuple[str, ...]
) -> None:
    """Countries, boards and the smallest areas are found by this; no link of ours is refused."""
    asked = "&".join(f"area={area}" for area in compared)
    offered = set()
    for typed in ("en", "corn", "exeter 00"):
        page = unescape(site.get(f"/search?q={typed}&{asked}").text)
        offered |= set(re.findall(r'href="(/compare[^"]*)"', page))
    assert len(offered) > 1
    assert {site.get(one).status_code for one in offered} == {200}
