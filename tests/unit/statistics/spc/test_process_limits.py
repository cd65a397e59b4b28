import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.statistics.spc.process_limits import process_limits

ONE_GROUP = np.zeros(6, dtype=np.intp)
VALUES = np.array([10.0, 12.0, 11.0, 13.0, 12.0, 32.0])  # moving ranges 2, 1, 2, 1, 20


def test_limits_are_2_66_mean_moving_ranges_from_the_mean() -> None:
    lines = process_limits(VALUES, ONE_GROUP, baseline_points=None, screen=False)
    assert lines.mean[0] == 15
    assert lines.upper[0] == pytest.approx(15 + 2.66 * 5.2)
    assert lines.lower[0] == pytest.approx(15 - 2.66 * 5.2)
    assert lines.near_upper[0] == pytest.approx(15 + 2.66 * 2 / 3 * 5.2)


def test_screening_leaves_an_outlying_moving_range_out_but_not_its_value() -> None:
    lines = process_limits(VALUES, ONE_GROUP, baseline_points=None, screen=True)
    assert lines.mean[0] == 15
    assert lines.upper[0] == pytest.approx(15 + 2.66 * 1.5)


def test_lines_may_rest_on_the_first_points_alone() -> None:
    lines = process_limits(VALUES, ONE_GROUP, baseline_points=4, screen=False)
    assert set(lines.mean) == {11.5}
    assert set(lines.basis) == {4}


def test_each_group_has_its_own_lines_and_no_moving_range_from_the_one_before() -> None:
    group = np.array([0, 0, 0, 1, 1, 1], dtype=np.intp)
    values = np.array([10.0, 12.0, 11.0, 103.0, 102.0, 101.0])
    lines = process_limits(values, group, baseline_points=None, screen=False)
    np.testing.assert_allclose(lines.mean, [11, 11, 11, 102, 102, 102])
    assert lines.upper[5] == pytest.approx(102 + 2.66)


def test_a_missing_value_takes_its_two_moving_ranges_with_it() -> None:
    values = np.array([10.0, 12.0, np.nan, 13.0, 12.0, 11.0])
    lines = process_limits(values, ONE_GROUP, baseline_points=None, screen=False)
    assert lines.mean[2] == pytest.approx(11.6)
    assert lines.upper[2] == pytest.approx(11.6 + 2.66 * 4 / 3)
    assert lines.basis[2] == 5


def test_one_point_has_a_mean_and_no_limits() -> None:
    lines = process_limits(np.array([7.0]), np.array([0]), baseline_points=None, screen=True)
    assert lines.mean[0] == 7
    assert np.isnan([lines.lower[0], lines.upper[0]]).all()


@given(st.floats(1e-6, 1e6), st.integers(2, 40))
def test_the_mean_of_a_series_that_never_moves_is_its_value(value: float, length: int) -> None:
    group = np.zeros(length, dtype=np.intp)
    lines = process_limits(np.full(length, value), group, baseline_points=None, screen=False)
    assert set(lines.mean) == {value}
    assert set(lines.lower) == {value}
