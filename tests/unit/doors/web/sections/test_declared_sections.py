"""A declared page and its sections, as a reader meets them."""

import re

import pytest

from tests.unit.doors.web.client import Client

PAGE = "/page/theme"


def test_every_kind_of_section_is_on_the_page_in_order(themed: Client) -> None:
    found = themed.get(PAGE)
    assert found.status_code == 200
    named = re.findall(r'<section id="([^"]+)"', found.text)
    assert named == [
        *("text", "headline", "map", "map-2", "ranking", "ranking-2", "triangulation", "trend"),
        *("inequality", "pyramid", "table", "profile", "headline-2"),
    ]


def test_words_of_the_glossary_are_links_and_the_rest_is_escaped(themed: Client) -> None:
    text = themed.get(PAGE).text
    assert '/glossary/thrombolysis">Thrombolysis</a> &lt;b&gt;works' in text
    assert 'id="word-thrombolysis"' in themed.get("/about").text


def test_key_figures_say_a_sentence_made_from_the_data(themed: Client) -> None:
    assert "Across 4 integrated care boards it ranges from" in themed.get(PAGE).text


def test_two_rankings_are_chosen_and_sorted_apart(themed: Client) -> None:
    text = themed.get(f"{PAGE}?ranking.indicator=access.travel_minutes&ranking-2.sort=area").text
    assert "Average travel time to the nearest unit by integrated care board" in text
    # sorting one keeps what was chosen in the other
    assert "ranking.indicator=access.travel_minutes&amp;ranking-2.sort=-area#ranking-2" in text
    hidden = '<input type="hidden" name="ranking-2.sort" value="area">'
    assert hidden in text


def test_a_period_of_another_indicator_gives_way(themed: Client) -> None:
    kept = f"{PAGE}?ranking.indicator=access.travel_minutes&ranking.period=2019-01-01"
    assert themed.get(kept).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "nothing=1",
        "ranking.indicator=workforce.nurses",
        "ranking.period=1066-01-01",
        "ranking.area_type=ward",
        "triangulation.area_type=lsoa11",
        "table.page=0",
        "table.page=9",
        "map.category=x",
        "profile.area_type=%3Cscript%3E",
        "ranking.sort=name%27--",
    ],
)
def test_what_no_section_has_is_a_plain_400(themed: Client, query: str) -> None:
    found = themed.get(f"{PAGE}?{query}")
    assert found.status_code == 400
    assert "This address is not right" in found.text
    assert "<script>" not in found.text


def test_a_section_with_nothing_to_show_says_so(themed: Client) -> None:
    text = themed.get(PAGE).text
    section = text[text.index('<section id="pyramid"') :]
    assert "This release has nothing to show here yet." in section


def test_synthetic_is_said_of_every_section_and_figure_that_shows_it(themed: Client) -> None:
    text = themed.get(PAGE).text
    assert "Made-up data." in text
    parts = {name: text[text.index(f'<section id="{name}"') :] for name in ("headline", "map-2")}
    parts |= {n: text[text.index(f'<section id="{n}"') :] for n in ("triangulation", "trend")}
    headings = {name: part.partition("</h2>")[0] for name, part in parts.items()}
    assert [name for name in headings if "Synthetic" in headings[name]] == [
        *("map-2", "triangulation", "trend"),
    ]
    # Only one of its two figures is: that one says so.
    assert parts["headline"].partition("</section>")[0].count("Synthetic</strong>") == 1


def test_a_table_says_every_value_or_why_it_is_missing(themed: Client) -> None:
    text = themed.get(PAGE).text
    table = text[text.index('<section id="table"') :].partition("</section>")[0]
    assert "Devon" in table
    assert "not applicable" in table


def test_an_area_is_found_from_the_page(themed: Client) -> None:
    text = themed.get(f"{PAGE}?profile.area_type=country").text
    assert 'href="/area/country/E92000001"' in text


def test_a_permanent_link_keeps_the_release(themed: Client) -> None:
    text = themed.get("/r/1/page/theme?ranking.sort=area").text
    assert "/r/1/page/theme?ranking.sort=-area#ranking" in text


def test_the_page_has_no_two_things_of_one_name(themed: Client) -> None:
    names = re.findall(r'\sid="([^"]+)"', themed.get(PAGE).text)
    assert sorted(names) == sorted(set(names))
