import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.mean import mean_of_groups, mean_with_limits


def test_each_group_has_its_mean_with_limits_by_students_t() -> None:
    made = mean_of_groups(np.array([1.0, 7.0, 2.0, 3.0]), np.array([0, 1, 0, 0]), groups=2)
    assert made.value.tolist() == [2, 7]
    # t of 2 degrees is 4.302653, and the standard deviation 1
    assert made.lower[0] == pytest.approx(2 - 4.30265273 / np.sqrt(3))
    assert made.upper[0] == pytest.approx(2 + 4.30265273 / np.sqrt(3))


def test_one_value_is_its_mean_without_limits_and_none_is_missing() -> None:
    made = mean_of_groups(np.array([7.0]), np.array([1]), groups=2)
    assert np.isnan(made.value).tolist() == [True, False]
    assert np.isnan([*made.lower, *made.upper]).all()


def test_a_missing_value_leaves_its_group_without_a_mean() -> None:
    made = mean_of_groups(np.array([1.0, np.nan, 4.0, 6.0]), np.array([0, 0, 1, 1]), groups=2)
    for numbers in made:
        assert np.isnan(numbers).tolist() == [True, False]


def test_limits_come_too_from_means_and_deviations_that_a_query_worked_out() -> None:
    values = np.array([3.0, 4.0, 8.0, 1.0])
    here = mean_of_groups(values, np.zeros(4, np.int64), groups=1)
    there = mean_with_limits(np.mean(values), np.std(values, ddof=1), np.array([4.0]))
    for numbers, others in zip(here, there, strict=True):
        assert numbers == pytest.approx(others)


def test_a_mean_of_nothing_is_missing() -> None:
    made = mean_with_limits(np.array([0.0]), np.array([0.0]), np.array([0.0]))
    assert np.isnan([*made.value, *made.lower, *made.upper]).all()


@pytest.mark.parametrize("group", [[0, 1], [0, 1, 2], [0, -1, 1]])
def test_groups_that_do_not_line_up_are_refused(group: list[int]) -> None:
    with pytest.raises(DataError, match="Q713"):
        mean_of_groups(np.array([1.0, 2.0, 3.0]), np.array(group), groups=2)


def test_a_negative_deviation_is_refused() -> None:
    with pytest.raises(DataError, match="Q701"):
        mean_with_limits(np.array([1.0]), np.array([-1.0]), np.array([3.0]))
