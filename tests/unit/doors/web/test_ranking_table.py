"""The ranking of areas: ties, pages, order and comparison."""

import re

import pytest

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.comparator import comparator_of
from hereabouts.doors.web.headline import leading_area
from hereabouts.doors.web.indicator_state import read_state
from hereabouts.doors.web.ranking_table import RankingTable, ranking_table
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeVisit

WITHIN = "/indicator/access/within_30"


def table(visit_with: MakeVisit, query: str = "", *, of: str = "access/within_30") -> RankingTable:
    visit = visit_with(query)
    theme, name = of.split("/")
    state = read_state(visit, visit.indicator(theme, name=name))
    where = {"period_start": state.period.start, "category": state.category}
    spread = visit.reader.spread(
        state.indicator.id,
        area_type=state.area_type.code,
        **where,  # type: ignore[arg-type]
    )
    lead = leading_area(visit.reader, indicator=state.indicator, period=state.period)
    comparator = comparator_of(visit, state, lead=lead)
    return ranking_table(visit, state, spread=spread, comparator=comparator)


def test_equal_values_share_a_rank_and_what_has_no_value_has_none(visit_with: MakeVisit) -> None:
    rows = table(visit_with).rows
    assert [row.rank for row in rows] == ["1", "2", "3", "3", ""]
    assert rows[-1].said.text == "[x]"
    assert rows[-1].bar == ""
    assert rows[-1].value is None


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Devon", "Cornwall", "Cheshire", "Humber", "Betsi"]),
        ("sort=-rank", ["Cheshire", "Humber", "Cornwall", "Devon", "Betsi"]),
        ("sort=area", ["Betsi", "Cheshire", "Cornwall", "Devon", "Humber"]),
        ("sort=-area", ["Humber", "Devon", "Cornwall", "Cheshire", "Betsi"]),
    ],
)
def test_the_order_is_the_addresses_and_what_has_no_value_is_last_by_rank(
    visit_with: MakeVisit, query: str, names: list[str]
) -> None:
    assert [re.split(r"\W", row.name)[0] for row in table(visit_with, query).rows] == names


def test_headings_say_the_order_and_turn_it_round(visit_with: MakeVisit) -> None:
    plain, turned = table(visit_with), table(visit_with, "sort=-rank&area_type=icb22")
    assert (plain.rank.order, plain.area.order) == ("ascending", None)
    assert plain.rank.href == f"{WITHIN}?sort=-rank"
    assert plain.area.href == f"{WITHIN}?sort=area"
    assert turned.rank.order == "descending"
    assert turned.rank.href == f"{WITHIN}?area_type=icb22"


def test_many_areas_come_in_pages_that_keep_their_order(visit_with: MakeVisit) -> None:
    first = table(visit_with, "area_type=lsoa11&sort=area")
    second = table(visit_with, "area_type=lsoa11&sort=area&page=2")
    assert (first.first, first.last, first.total) == (1, 100, 130)
    assert (second.first, second.last, second.total) == (101, 130, 130)
    assert {row.href for row in first.rows}.isdisjoint(row.href for row in second.rows)
    assert first.pages == (
        (1, f"{WITHIN}?area_type=lsoa11&sort=area"),
        (2, f"{WITHIN}?area_type=lsoa11&sort=area&page=2"),
    )


def test_few_areas_have_no_pages(visit_with: MakeVisit) -> None:
    assert table(visit_with).pages == ()


@pytest.mark.parametrize("page", ["0", "-1", "1.5", "x", "100001", "9" * 50, "²"])
def test_a_page_that_is_no_number_is_refused(visit_with: MakeVisit, page: str) -> None:
    with pytest.raises(AddressError, match="W202"):
        table(visit_with, f"page={page}")


def test_a_page_beyond_the_last_is_not_there(visit_with: MakeVisit, site: Client) -> None:
    with pytest.raises(AddressError, match="W203"):
        table(visit_with, "area_type=lsoa11&page=3")
    assert site.get(f"{WITHIN}?area_type=lsoa11&page=3").status_code == 404


def test_areas_are_compared_with_the_larger_area_by_their_intervals(visit_with: MakeVisit) -> None:
    found = table(visit_with)
    assert found.compared_with == "England"
    assert found.reference is not None
    assert found.reference.said.whole == "60.0%"
    said = [row.comparison.words if row.comparison else None for row in found.rows]
    assert said == ["Higher (better)", "Similar", "Lower (worse)", "Lower (worse)", None]


def test_counts_are_not_compared_and_have_no_parts(visit_with: MakeVisit) -> None:
    found = table(visit_with, of="workforce/nurses")
    assert found.compared_with is None
    assert found.reference is None
    assert not found.parts
    assert not found.intervals


def test_the_largest_area_is_not_compared_with_itself(visit_with: MakeVisit) -> None:
    assert table(visit_with, "area_type=country").reference is None


def test_every_bar_is_on_one_scale_from_zero(visit_with: MakeVisit) -> None:
    rows = table(visit_with).rows
    widths = [float(re.findall(r'<rect[^>]* width="([\d.]+)"', row.bar)[0]) for row in rows[:3]]
    assert widths[1] / widths[0] == pytest.approx(60 / 80, abs=0.01)
    assert widths[2] / widths[0] == pytest.approx(40 / 80, abs=0.01)


def test_the_page_says_how_many_have_a_value_and_which_way_ranks_run(site: Client) -> None:
    page = site.get(WITHIN).text
    assert "4 of 5 integrated care boards have a value" in page
    assert "1 is the highest, which is best; equal values share a rank" in page
    assert 'aria-sort="ascending"' in page
    travel = site.get("/indicator/access/travel_minutes").text
    assert "1 is the lowest, which is best" in travel


def test_the_form_keeps_the_order_and_the_script_its_own_state(site: Client) -> None:
    page = site.get(f"{WITHIN}?sort=area").text
    assert '<input type="hidden" name="sort" value="area">' in page
    assert site.get(f"{WITHIN}?ranking-sort=-1&ranking-q=dev").status_code == 200
