import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.spc.chart import xmr_chart
from hereabouts.statistics.spc.special_causes import SpecialCause

SERIES = st.lists(st.integers(0, 50), min_size=1, max_size=40)
TURNED = [-1, 0, 2, 1, 4, 3, 6, 5, 8, 7]  # the code of the same rule on the other side, from -1


@given(SERIES, st.integers(-5, 5))
def test_labels_do_not_depend_on_the_unit(values: list[int], power: int) -> None:
    column = np.array(values, dtype=np.float64)
    was, scaled = xmr_chart(column), xmr_chart(column * 2.0**power)
    np.testing.assert_array_equal(scaled.cause, was.cause)
    np.testing.assert_allclose(scaled.upper, was.upper * 2.0**power)


@given(SERIES)
def test_a_series_upside_down_has_the_same_causes_on_the_other_side(values: list[int]) -> None:
    column = np.array(values, dtype=np.float64)
    turned = [TURNED[code + 1] for code in xmr_chart(column).cause]
    np.testing.assert_array_equal(xmr_chart(-column).cause, turned)


@given(SERIES, SERIES)
def test_a_series_is_charted_alike_alone_and_after_another(one: list[int], two: list[int]) -> None:
    starts = np.arange(len(one) + len(two)) == len(one)
    both = xmr_chart(np.array([*one, *two], dtype=np.float64), starts=starts)
    alone = xmr_chart(np.array(two, dtype=np.float64))
    np.testing.assert_array_equal(both.cause[len(one) :], alone.cause)
    np.testing.assert_allclose(both.upper[len(one) :], alone.upper)


@given(SERIES)
def test_the_mean_is_between_the_limits(values: list[int]) -> None:
    chart = xmr_chart(np.array(values, dtype=np.float64), screen=False)
    known = ~np.isnan(chart.upper)
    assert (chart.lower <= chart.mean)[known].all()
    assert (chart.mean <= chart.upper)[known].all()


def test_a_series_that_never_moves_is_common_cause() -> None:
    chart = xmr_chart(np.full(8, 0.1))
    assert set(chart.cause) == {SpecialCause.COMMON_CAUSE}
    assert np.isnan(chart.upper).all()


def test_lines_on_fewer_than_13_points_are_said_to_be_few() -> None:
    starts = np.arange(25) == 12
    chart = xmr_chart(np.arange(25.0) % 3, starts=starts)
    np.testing.assert_array_equal(chart.few_points, ~(np.arange(25) >= 12))
    assert xmr_chart(np.arange(25.0) % 3, baseline_points=12).few_points.all()


def test_no_values_make_an_empty_chart() -> None:
    assert xmr_chart(np.array([])).cause.shape == (0,)


def test_a_series_that_is_all_missing_is_missing() -> None:
    chart = xmr_chart(np.full(9, np.nan))
    assert set(chart.cause) == {SpecialCause.MISSING}
    assert np.isnan(chart.mean).all()
    assert set(chart.basis) == {0}


def test_a_table_of_series_is_refused() -> None:
    with pytest.raises(DataError, match=r"shape \(2, 3\)") as caught:
        xmr_chart(np.zeros((2, 3)))
    assert caught.value.code == "Q741"


def test_starts_go_with_the_values() -> None:
    with pytest.raises(DataError) as caught:
        xmr_chart(np.zeros(3), starts=np.array([True]))
    assert caught.value.code == "Q741"


@pytest.mark.parametrize("points", [1, 0, -3])
def test_a_baseline_has_a_moving_range(points: int) -> None:
    with pytest.raises(DataError, match=f"a baseline of {points} points") as caught:
        xmr_chart(np.zeros(30), baseline_points=points)
    assert caught.value.code == "Q744"
