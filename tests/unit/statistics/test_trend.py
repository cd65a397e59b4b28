import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.trend import TrendMarker, proportion_trend, value_trend

NAN = float("nan")
COUNTS = st.lists(st.integers(1, 99), min_size=5, max_size=8)


def proportions(x: list[float], n: float = 1_000) -> TrendMarker:
    return TrendMarker(proportion_trend(np.array([x]), np.full((1, len(x)), n)).marker[0])


def values(value: list[float], half_width: float = 0.5) -> TrendMarker:
    column = np.array([value])
    return TrendMarker(value_trend(column, column - half_width, column + half_width).marker[0])


def test_a_steady_rise_is_increasing_and_a_steady_fall_decreasing() -> None:
    assert proportions([100, 120, 140, 160, 180]) is TrendMarker.INCREASING
    assert proportions([180, 160, 140, 120, 100]) is TrendMarker.DECREASING
    assert values([1, 2, 3, 4, 5]) is TrendMarker.INCREASING
    assert values([5, 4, 3, 2, 1]) is TrendMarker.DECREASING


def test_a_rise_within_its_error_is_no_change() -> None:
    assert proportions([100, 101, 102, 103, 104]) is TrendMarker.NO_CHANGE
    assert values([1, 2, 3, 4, 5], half_width=5) is TrendMarker.NO_CHANGE
    assert values([5, 4, 3, 2, 1], half_width=5) is TrendMarker.NO_CHANGE


def test_a_rise_that_one_point_makes_is_no_change() -> None:
    assert values([3, 2.9, 2.8, 2.7, 9]) is TrendMarker.NO_CHANGE
    assert proportions([103, 102, 101, 100, 200]) is TrendMarker.NO_CHANGE


def test_a_level_slope_counts_as_rising_and_never_as_falling_as_in_fingertips() -> None:
    assert values([1, 1, 1, 1, 5]) is TrendMarker.INCREASING
    assert values([5, 5, 5, 5, 1]) is TrendMarker.NO_CHANGE


def test_chi_squared_of_values_is_their_slope_over_its_error_squared() -> None:
    column = np.array([[1.0, 2.0, 3.0, 4.0, 5.0]])
    trend = value_trend(column, column - 1.96, column + 1.96)  # errors of 1: 1 / (variance 1/10)
    assert trend.chi_squared[0] == pytest.approx(10, rel=1e-12)


def test_chi_squared_has_to_pass_its_0_998_point() -> None:
    critical = 9.54953570608324
    for by, expected in ((1e-9, TrendMarker.INCREASING), (-1e-9, TrendMarker.NO_CHANGE)):
        slope = np.sqrt((critical + by) / 10)
        assert values(list(slope * np.arange(5)), half_width=1.96) is expected


def test_only_the_latest_five_points_count() -> None:
    assert values([9, 9, 9, 1, 2, 3, 4, 5]) is TrendMarker.INCREASING
    assert proportions([900, 100, 120, 140, 160, 180]) is TrendMarker.INCREASING


def test_a_missing_year_is_passed_over_for_an_earlier_one() -> None:
    assert values([1, 2, 3, NAN, 4, 5]) is TrendMarker.INCREASING
    assert values([1, 2, 3, NAN, 5]) is TrendMarker.CANNOT_BE_CALCULATED


@pytest.mark.parametrize("length", [0, 1, 4])
def test_fewer_than_five_points_cannot_be_calculated(length: int) -> None:
    assert values([1.0] * length) is TrendMarker.CANNOT_BE_CALCULATED
    assert proportions([10.0] * length) is TrendMarker.CANNOT_BE_CALCULATED


def test_a_year_of_nobody_is_missing_and_not_zero() -> None:
    x, n = np.array([[0.0, 1, 2, 3, 4]]), np.array([[0.0, 9, 9, 9, 9]])
    assert proportion_trend(x, n).marker[0] == TrendMarker.CANNOT_BE_CALCULATED


def test_a_year_of_nobody_is_passed_over_for_an_earlier_one() -> None:
    x, n = np.array([[10.0, 20, 30, 0, 40, 50]]), np.array([[99.0, 99, 99, 0, 99, 99]])
    assert proportion_trend(x, n).marker[0] == TrendMarker.INCREASING


@pytest.mark.parametrize("end", [0, 1_000])
def test_log_odds_of_none_or_all_cannot_be_calculated(end: float) -> None:
    assert proportions([500, 500, 500, 500, end]) is TrendMarker.CANNOT_BE_CALCULATED


def test_a_value_without_an_interval_is_no_point() -> None:
    assert values([1, 2, 3, 4, 5], half_width=0) is TrendMarker.CANNOT_BE_CALCULATED
    value, width = np.array([[1.0, 2, 3, 4, 5]]), np.array([[1.0, 1, 0, 1, 1]])
    assert value_trend(value, value, value + width).marker[0] == TrendMarker.CANNOT_BE_CALCULATED


def test_a_level_series_does_not_change() -> None:
    trend = value_trend(np.full((1, 5), 0.1), np.full((1, 5), 0.09), np.full((1, 5), 0.11))
    assert trend.marker[0] == TrendMarker.NO_CHANGE
    assert trend.chi_squared[0] == 0


@given(st.lists(st.floats(0.1, 99), min_size=5, max_size=8), st.integers(-9, 9))
def test_a_trend_of_values_does_not_depend_on_the_unit(series: list[float], power: int) -> None:
    column = np.array([series])
    one = value_trend(column, column - 1, column + 2)
    unit = 2.0**power
    two = value_trend(column * unit, (column - 1) * unit, (column + 2) * unit)
    assert two.marker[0] == one.marker[0]
    np.testing.assert_allclose(two.chi_squared, one.chi_squared)


@given(COUNTS)
def test_chi_squared_of_those_who_have_it_is_that_of_those_who_have_not(series: list[int]) -> None:
    x, n = np.array([series], dtype=np.float64), np.full((1, len(series)), 100.0)
    have, have_not = proportion_trend(x, n), proportion_trend(n - x, n)
    np.testing.assert_allclose(have.chi_squared, have_not.chi_squared, rtol=1e-9, atol=1e-9)


@given(st.lists(COUNTS.map(lambda each: each[:5]), min_size=1, max_size=4))
def test_series_are_tested_each_by_itself(table: list[list[int]]) -> None:
    x, n = np.array(table, dtype=np.float64), np.full((len(table), 5), 100.0)
    every = proportion_trend(x, n)
    each = [proportion_trend(x[[row]], n[[row]]) for row in range(len(table))]
    np.testing.assert_array_equal(every.marker, [one.marker[0] for one in each])


def test_a_numerator_above_its_denominator_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        proportion_trend(np.full((1, 5), 3.0), np.full((1, 5), 2.0))
    assert caught.value.code == "Q703"


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        proportion_trend(np.full((1, 5), -3.0), np.full((1, 5), 2.0))
    assert caught.value.code == "Q701"


def test_a_column_is_not_a_table_of_series() -> None:
    with pytest.raises(DataError, match=r"the shape \(5,\)") as caught:
        value_trend(np.ones(5), np.zeros(5), np.full(5, 2.0))
    assert caught.value.code == "Q741"
