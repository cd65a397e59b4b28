"""A place that speaks Welsh: each page has a twin, and links within it stay in its language."""

import re
from datetime import date
from pathlib import Path

import pytest

from hereabouts.doors.web.languages import (
    gettext,
    in_language,
    ngettext,
    ordinal_in_welsh,
    translated,
)
from hereabouts.doors.web.published import Published
from hereabouts.doors.web.words import long_date, ordinal
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite
from tests.unit.doors.web.speaking import speak

PAGES = ("/", "/indicators", "/about", "/search", "/compare", "/changes", "/accessibility")
INDICATOR = "/indicator/access/within_30"


def links(page: str) -> list[str]:
    """Addresses of pages that a page links to; of data, and of the other language, no."""
    body = re.sub(r'<a [^>]*hreflang="[^>]*>', "", page[page.index("<body") :])
    found = re.findall(r'<a [^>]*href="(/[^"]*)"', body)
    return [
        one for one in found if not re.match(r"/(r/\d+/)?(download|chart|feeds|pack|api)/", one)
    ]


@pytest.mark.parametrize("page", [*PAGES, INDICATOR, "/area/icb22/E54000037"])
def test_every_page_has_a_twin_whose_links_stay_in_its_language(welsh: Client, page: str) -> None:
    answer = welsh.get(f"/cy{page}")
    assert answer.status_code == 200
    assert '<html lang="cy"' in answer.text
    astray = [one for one in links(answer.text) if not re.match(r"(/r/\d+)?/cy/", one)]
    assert astray == []


def test_the_switch_keeps_the_page_and_what_was_asked(welsh: Client) -> None:
    english = welsh.get(f"{INDICATOR}?sort=area").text
    assert f'<a class="govuk-link" href="/cy{INDICATOR}?sort=area" hreflang="cy"' in english
    assert f'<a class="govuk-link" href="{INDICATOR}?sort=area" hreflang="en"' in (
        welsh.get(f"/cy{INDICATOR}?sort=area").text
    )


def test_search_engines_are_told_of_both(welsh: Client) -> None:
    for page in (welsh.get("/about").text, welsh.get("/cy/about").text):
        assert '<link rel="alternate" hreflang="en" href="/about">' in page
        assert '<link rel="alternate" hreflang="cy" href="/cy/about">' in page
    listed = welsh.get("/sitemaps/pages.xml").text
    assert "<loc>http://localhost/cy/about</loc>" in listed
    assert "<loc>http://localhost/about</loc>" in listed


def test_a_release_comes_before_the_language_in_an_address_that_lasts(welsh: Client) -> None:
    page = welsh.get("/r/1/cy/about")
    assert page.status_code == 200
    assert 'href="/r/1/cy/indicators"' in page.text
    assert 'href="/r/1/about" hreflang="en"' in page.text
    assert 'href="/r/1/cy/about">Dolen barhaol' in welsh.get("/cy/about").text


@pytest.mark.parametrize(
    "path", ["/cy/download/compare.csv", "/cy/static/x", "/cy/send/x", "/cy/cy/"]
)
def test_data_has_no_twin(welsh: Client, path: str) -> None:
    assert welsh.get(path).status_code == 404


def test_problems_are_said_in_welsh_too(welsh: Client) -> None:
    lost, wrong = welsh.get("/cy/nowhere"), welsh.get("/cy/about?x=1")
    assert (lost.status_code, wrong.status_code) == (404, 400)
    assert '<h1 class="govuk-heading-l">Heb ganfod y dudalen</h1>' in lost.text
    assert "nad yw&#39;r dudalen hon yn ei deall" in wrong.text


def test_a_problem_without_welsh_words_is_marked_as_english(welsh: Client) -> None:
    assert '<p class="govuk-body-l" lang="en">' in welsh.get("/cy/compare?area=x/y").text


def test_one_page_is_kept_for_each_language(welsh: Client) -> None:
    both = [welsh.get(path) for path in ("/about", "/cy/about", "/about", "/cy/about")]
    assert [page.text for page in both[:2]] == [page.text for page in both[2:]]
    tags = [page.headers["etag"] for page in both]
    assert len(set(tags)) == 2
    assert welsh.get("/cy/about", if_none_match=tags[1]).status_code == 304
    assert welsh.get("/cy/about", if_none_match=tags[0]).status_code == 200


def test_a_welsh_page_says_that_words_of_the_data_are_as_published(welsh: Client) -> None:
    said = "Mae geiriau&#39;r data yn yr iaith y cawsant eu cyhoeddi ynddi."
    page = welsh.get("/cy/").text.replace("'", "&#39;")
    assert said in page
    assert said not in welsh.get("/").text.replace("'", "&#39;")


def test_blocks_of_the_datas_own_words_are_marked_with_their_language(welsh: Client) -> None:
    heading = '<h1 class="govuk-heading-l"{}>Admissions within 30 minutes'
    assert heading.format(' lang="en"') in welsh.get(f"/cy{INDICATOR}").text
    assert heading.format("") in welsh.get(INDICATOR).text


def test_a_place_that_speaks_english_alone_has_no_such_pages(site: Client) -> None:
    assert [site.get(path).status_code for path in ("/cy/", "/cy/about", "/r/1/cy/")] == [404] * 3
    home = site.get("/").text
    assert '<html lang="en-GB"' in home
    assert "hreflang" not in home
    assert "Cymraeg" not in home


def test_the_first_language_has_no_prefix(tmp_path: Path, make_site: MakeSite) -> None:
    site = make_site(speak(tmp_path, "cy", "en"))
    assert '<html lang="cy"' in site.get("/about").text
    assert '<html lang="en-GB"' in site.get("/en/about").text
    assert site.get("/cy/about").status_code == 404


def test_a_search_of_a_published_site_finds_its_list_from_a_welsh_page_too(
    welsh_place: Path, make_site: MakeSite
) -> None:
    files = make_site(welsh_place, published=Published(area_types=frozenset({"icb22"})))
    assert 'data-hb-search="../search.json"' in files.get("/search").text
    assert 'data-hb-search="../../search.json"' in files.get("/cy/search").text


def test_counts_take_their_form_by_the_welsh_rule() -> None:
    with in_language("cy"):
        said = [ngettext("%(num)s page", "%(num)s pages", count) for count in (0, 1, 2, 3, 6, 1200)]
    assert said == [
        *("0 tudalen", "1 tudalen", "2 dudalen", "3 tudalen", "6 tudalen", "1,200 tudalen"),
    ]


def test_dates_and_ranks_are_said_as_welsh_says_them() -> None:
    with in_language("cy"):
        assert long_date(date(2026, 11, 24)) == "24 Tachwedd 2026"
        assert ordinal(3) == "3ydd"
    assert long_date(date(2026, 11, 24)) == "24 November 2026"
    assert [ordinal_in_welsh(rank) for rank in (1, 2, 4, 5, 11, 20, 21, 40, 100, 1013)] == [
        *("1af", "2il", "4ydd", "5ed", "11eg", "20fed", "21ain", "40fed", "100fed", "1,013eg"),
    ]


def test_what_a_catalogue_lacks_is_said_in_english() -> None:
    with in_language("cy"):
        assert gettext("Rank %(rank)s of nothing", rank=3) == "Rank 3 of nothing"
        assert translated("50% of libraries") == "50% of libraries"
