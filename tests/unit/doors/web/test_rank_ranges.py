"""How sure a rank is."""

from hereabouts.doors.web.rank_ranges import RankRange, rank_ranges
from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.sure_ranks import MOST
from tests.unit.doors.web.observed import indicator, seen

APART = [seen(10.0 * n, area_code=str(n)) for n in range(1, 5)]


def test_areas_far_apart_have_one_rank_each_by_which_way_is_better() -> None:
    high = rank_ranges(APART, indicator=indicator())
    low = rank_ranges(APART, indicator=indicator(better=Polarity.LOWER))
    assert high["4"] == low["1"] == RankRange(1, 1, 4)
    assert low["4"] == RankRange(4, 4, 4)


def test_areas_alike_may_be_anywhere() -> None:
    alike = [seen(50.0 + n / 10, area_code=str(n)) for n in range(4)]
    found = rank_ranges(alike, indicator=indicator())
    assert set(found.values()) == {RankRange(1, 4, 4)}
    assert found["0"].words == "between 1st and 4th of 4"
    assert found["0"].short == "1st to 4th"


def test_an_area_without_limits_has_no_range_and_is_not_counted() -> None:
    found = rank_ranges([*APART, seen(None, area_code="9")], indicator=indicator())
    assert "9" not in found
    assert found["1"].of == 4
    odd = seen(5.0, area_code="8", lower=6.0, upper=7.0)
    assert "8" not in rank_ranges([*APART, odd], indicator=indicator())


def test_counts_one_area_and_very_many_have_none() -> None:
    assert rank_ranges(APART, indicator=indicator(method=Method.COUNT)) == {}
    assert rank_ranges(APART[:1], indicator=indicator()) == {}
    many = [seen(1.0, area_code=str(n)) for n in range(MOST + 1)]
    assert rank_ranges(many, indicator=indicator()) == {}


def test_one_sure_rank_is_said_once() -> None:
    assert RankRange(12, 12, 42).words == "12th of 42"
    assert RankRange(12, 12, 42).short == "12th"
    assert RankRange(12, 31, 42).words == "between 12th and 31st of 42"
