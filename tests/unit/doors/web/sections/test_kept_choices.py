"""What a reader chose is kept from page to page, and no link of ours is refused."""

import re
from html import unescape
from itertools import product

import pytest

from tests.unit.doors.web.client import Client

NURSES, WITHIN = "/indicator/workforce/nurses", "/indicator/access/within_30"
CHOSEN = (
    f"{NURSES}?area_type=icb22&category=Female&period=2021-01-01",
    f"{NURSES}?area_type=country&period=2019-01-01&sort=area",
    f"{WITHIN}?area_type=lsoa11&period=2017-01-01&page=2",
    f"{WITHIN}?area_type=country&chart=ranked&compared=higher",
    "/indicators?area_type=lsoa11&category=Male&period=2020-01-01",
    "/page/theme?ranking.indicator=access.travel_minutes&ranking.area_type=country",
    "/page/theme?ranking-2.category=Female&ranking-2.period=2020-01-01&map.area_type=icb22",
    "/compare?area=icb22/E54000037&area=icb22/E54000036&theme=workforce",
    "/search?q=devon&area=icb22/E54000036",
    "/r/1/indicator/workforce/nurses?category=Male&period=2020-01-01",
)


def links(page: str) -> set[str]:
    found = (unescape(one) for one in re.findall(r'href="(/[^"#]*)', page))
    return {one for one in found if not one.startswith(("/static/", "/download/"))}


@pytest.mark.parametrize("address", CHOSEN)
def test_every_link_of_a_page_with_state_is_answered(themed: Client, address: str) -> None:
    answer = themed.get(address)
    assert answer.status_code == 200
    refused = {
        link: status
        for link in sorted(links(answer.text))
        if (status := themed.get(link).status_code) != 200
    }
    assert refused == {}


def test_every_choice_of_an_indicator_leads_on_to_pages_that_answer(themed: Client) -> None:
    """All kinds of area, periods and categories; each address once."""
    kinds = ("", "icb22", "country")
    periods = ("", "2019-01-01", "2023-01-01")
    categories = ("", "all", "Female")
    onward: set[str] = set()
    for kind, period, category in product(kinds, periods, categories):
        asked = f"area_type={kind}&period={period}&category={category}"
        page = themed.get(f"{NURSES}?{asked}").text
        onward |= {one for one in links(page) if one.startswith(("/page/", "/indicator"))}
    assert len(onward) > len(kinds) * len(periods)
    assert {themed.get(one).status_code for one in onward} == {200}


def test_an_indicator_leads_to_another_with_the_same_kind_of_area(themed: Client) -> None:
    page = themed.get(f"{WITHIN}?area_type=country&period=2017-01-01").text
    link = "/indicator/access/travel_minutes?area_type=country&period=2017-01-01"
    assert link in links(page)


def test_what_the_other_has_not_is_left_out(themed: Client) -> None:
    """Travel time is not published for the smallest areas."""
    page = themed.get(f"{WITHIN}?area_type=lsoa11&period=2017-01-01").text
    assert "/indicator/access/travel_minutes?period=2017-01-01" in links(page)


def test_a_declared_page_opens_at_what_was_chosen(themed: Client) -> None:
    page = themed.get(f"{NURSES}?area_type=icb22&category=Female&period=2021-01-01").text
    onward = next(one for one in links(page) if one.startswith("/page/theme?"))
    for kept in (
        "ranking-2.indicator=workforce.nurses",
        "ranking-2.period=2021-01-01",
        "ranking-2.category=Female",
        "table.area_type=icb22",
    ):
        assert kept in onward
    assert "ranking.category" not in onward  # whose indicators have no sexes


def test_the_list_of_indicators_keeps_what_was_chosen(themed: Client) -> None:
    page = themed.get(f"{NURSES}?category=Female&period=2021-01-01").text
    assert "/indicators?category=Female&period=2021-01-01" in {
        one.replace("period=2021-01-01&category=Female", "category=Female&period=2021-01-01")
        for one in links(page)
    }
    listed = links(themed.get("/indicators?category=Female&period=2021-01-01").text)
    assert "/indicator/workforce/nurses?category=Female&period=2021-01-01" in listed
    assert "/indicator/access/within_30" in listed


@pytest.mark.parametrize("asked", ["area_type=nowhere", "period=1066-10-14", "category=Neither"])
def test_what_no_indicator_has_is_refused(themed: Client, asked: str) -> None:
    assert themed.get(f"/indicators?{asked}").status_code == 400
