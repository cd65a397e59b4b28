"""What each kind of page says, of a small release."""

import re

import pytest

from tests.unit.doors.web.client import Client


def text_of(page: str) -> str:
    """The words of a page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_home_page_leads_with_headline_numbers(site: Client) -> None:
    page = site.get("/").text
    words = text_of(page)
    assert "60.0%" in words
    assert "England, 2017 to 2019" in words
    assert "Up by 150 nurses since 2022" in words
    assert "Release 1, 24 November 2026" in words
    assert "Made-up data" in words
    assert words.count("Synthetic") >= 2


def test_a_long_unit_is_apart_from_its_number_so_that_it_can_be_small(site: Client) -> None:
    page = site.get("/").text
    assert '25.5 <span class="hb-unit">minutes</span>' in page
    assert "60.0%" in page


def test_titles_inside_sentences_begin_small(site: Client) -> None:
    for path in ("/", "/indicator/access/within_30", "/area/icb22/E54000037", "/search"):
        page = site.get(path).text
        words = text_of(page)
        sentences = " | ".join(
            map(text_of, re.findall(r"<(?:p|h3)\b.*?</(?:p|h3)>", page, re.DOTALL))
        )
        large = re.compile(r"\b(?:\d+|of|a|an|by|among|Across) (?:Integrated|Lower layer)")
        assert not large.search(sentences), path
        assert "a integrated" not in words


def test_indicators_are_listed_by_theme_with_their_newest_value(site: Client) -> None:
    words = text_of(site.get("/indicators").text)
    assert words.index("Access") < words.index("Workforce")
    assert "England 2017 to 2019" in words


def test_an_indicator_says_how_it_is_measured_and_what_is_hidden(site: Client) -> None:
    words = text_of(site.get("/indicator/access/within_30").text)
    assert "Clot-busting drugs work best early." in words
    assert "Wilson" in words
    assert "Wales is not in the source." in words
    assert "Lower layer super output areas 91 13 26" in words
    assert "hidden to protect people's confidentiality" in words.replace("&#39;", "'")


def test_made_up_figures_are_said_to_be_made_up_wherever_they_are(site: Client) -> None:
    for path in ("/indicator/workforce/nurses", "/about/workforce.staff"):
        words = text_of(site.get(path).text)
        assert "Made-up data." in words, path
        assert "Synthetic" in words, path
    for path in ("/", "/indicators", "/about", "/area/icb22/E54000037", "/search?q=nurses"):
        assert "Synthetic" in site.get(path).text, path
    assert "Made-up" not in site.get("/indicator/access/within_30").text


def test_a_trend_has_a_table_that_says_the_same(site: Client) -> None:
    page = site.get("/indicator/workforce/nurses").text
    assert '<svg class="hb-chart"' in page
    assert "England: from 9,000 nurses (2019) to 9,600 nurses (2023)." in page
    twin = page[page.index("Show the data as a table") :]
    assert re.findall(r">(20\d\d)<", twin)[:5] == [*("2019", "2020", "2021", "2022", "2023")]


def test_one_period_makes_no_trend(site: Client) -> None:
    assert "hb-chart" not in site.get("/indicator/access/within_30").text


@pytest.mark.parametrize(
    "query",
    ["area_type=none", "period=2018-01-01", "category=none", "sort=colour", "page=x", "area=1"],
)
def test_what_an_indicator_has_not_is_refused_in_words(site: Client, query: str) -> None:
    answer = site.get(f"/indicator/access/within_30?{query}")
    assert answer.status_code == 400
    assert "This address is not right" in answer.text
    assert "What you can do: use " in answer.text


def test_what_is_chosen_stays_chosen(site: Client) -> None:
    page = site.get("/indicator/workforce/nurses?period=2020-01-01&category=Male&sort=area").text
    assert '<option value="2020-01-01" selected>' in page
    assert '<option value="Male" selected>' in page
    assert "Up by" not in page


def test_a_page_of_the_newest_release_has_a_permanent_address_in_one_form(site: Client) -> None:
    page = site.get("/indicator/workforce/nurses?sort=area&period=2020-01-01").text
    permanent = "/r/1/indicator/workforce/nurses?period=2020-01-01&amp;sort=area"
    assert f'href="{permanent}">Permanent link to this page</a>' in page
    assert site.get(permanent.replace("&amp;", "&")).status_code == 200


def test_within_a_numbered_release_pages_lead_to_pages_of_that_release(site: Client) -> None:
    page = site.get("/r/1/indicator/access/within_30").text
    links = re.findall(r'<a [^>]*href="(/[^"]*)"', page)
    assert links
    elsewhere = [link for link in links if not link.startswith("/r/1/")]
    # The newest of this page, and what is always of the newest.
    assert sorted(set(elsewhere)) == ["/feeds/releases.atom", "/indicator/access/within_30"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/indicators",
        "/indicator/workforce/nurses",
        "/area/icb22/E54000037",
        "/about",
        "/search",
    ],
)
def test_every_link_of_a_page_leads_somewhere(site: Client, path: str) -> None:
    page = site.get(path).text
    links = {
        link.replace("&amp;", "&").split("#")[0] for link in re.findall(r'href="(/[^"]*)"', page)
    }
    pictures = set(re.findall(r'src="(/[^"]*)"', page))
    gone = [link for link in sorted(links | pictures) if site.get(link).status_code != 200]
    assert gone == []


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/indicators",
        "/indicator/workforce/nurses",
        "/area/icb22/E54000037",
        "/about/stroke.access",
    ],
)
def test_a_page_has_one_first_heading_and_no_id_twice(site: Client, path: str) -> None:
    page = site.get(path).text
    assert page.count("<h1") == 1
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert '<html lang="en-GB"' in page


def test_an_area_is_shown_beside_the_larger_areas_it_lies_in(site: Client) -> None:
    words = text_of(site.get("/area/icb22/E54000037").text)
    assert "80.0%" in words
    assert "60.0%" in words
    assert "Higher (better)" in words
    assert "1st of 4" in words


def test_what_is_hidden_in_an_area_is_a_marker_that_says_why(site: Client) -> None:
    page = site.get("/area/icb22/E54000036").text
    assert "[c]" in page
    assert "hidden to protect people&#39;s confidentiality" in page


def test_an_area_with_nothing_measured_says_so(site: Client) -> None:
    assert site.get("/area/country/W92000004").status_code == 200


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/area/none/E54000037", "W205"),
        ("/area/icb22/none", "W206"),
        ("/indicator/access/none", "W204"),
        ("/about/none", "W207"),
        ("/page/none", "W203"),
        ("/r/99/", "R102"),
    ],
)
def test_what_is_not_there_is_said_with_its_code(site: Client, path: str, code: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 404
    assert f"Code {code}" in answer.text


def test_about_says_what_was_hidden_and_where_it_all_comes_from(site: Client) -> None:
    words = text_of(site.get("/about").text).replace("&#39;", "'")
    assert "18 values are hidden to protect people's confidentiality, and 120 are shown." in words
    assert "Counts of people are rounded to the nearest 5." in words
    assert "Words Thrombolysis See what they all mean" in words
    product = text_of(site.get("/about/stroke.access").text)
    assert "ab" * 32 in product
    assert "34,753" in product


def test_a_search_for_nothing_offers_the_few_larger_areas(site: Client) -> None:
    page = site.get("/search?q=").text
    assert "Devon" in page
    assert "Exeter 001A" not in page
