from typing import Any

import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.quantiles import quantile_groups, ranks


def test_group_one_has_the_highest_or_the_lowest_values() -> None:
    values = np.array([3.0, 1.0, 4.0, 2.0])
    assert quantile_groups(values, groups=2, highest_first=True).tolist() == [1, 2, 1, 2]
    assert quantile_groups(values, groups=2, highest_first=False).tolist() == [2, 1, 2, 1]


def test_equal_values_share_the_group_of_the_first_of_them() -> None:
    values = np.array([1.0, 2.0, 2.0, 3.0])
    assert ranks(values, highest_first=False).tolist() == [1, 2, 2, 4]
    assert quantile_groups(values, groups=2, highest_first=False).tolist() == [1, 1, 1, 2]


def test_missing_values_are_left_out_of_the_ranking() -> None:
    values = np.array([np.nan, 5.0, 6.0, np.nan])
    made = quantile_groups(values, groups=2, highest_first=False)
    np.testing.assert_array_equal(made, [np.nan, 1, 2, np.nan])


def test_fewer_values_than_groups_have_none() -> None:
    values = np.array([1.0, 2.0, 3.0, np.nan])
    assert np.isnan(quantile_groups(values, groups=4, highest_first=True)).all()


def test_areas_are_ranked_within_what_they_belong_to() -> None:
    values = np.array([1.0, 9.0, 2.0, 8.0, 7.0])
    region = np.array(["north", "south", "north", "south", "alone"])
    made = quantile_groups(values, groups=2, highest_first=False, within=region)
    np.testing.assert_array_equal(made, [1, 2, 2, 1, np.nan])


def test_a_value_met_again_in_the_next_region_is_not_a_tie() -> None:
    values, region = np.array([1.0, 2.0, 2.0, 3.0]), np.array([0, 0, 1, 1])
    assert ranks(values, highest_first=False, within=region).tolist() == [1, 2, 1, 2]


def test_the_edges_are_those_of_whole_numbers() -> None:
    """With 28 areas in 20 groups, floating-point division puts some a group too low."""
    made = quantile_groups(np.arange(28.0), groups=20, highest_first=False)
    assert made.tolist() == [1 + 20 * rank // 28 for rank in range(28)]


def test_nothing_to_rank_is_nothing_ranked() -> None:
    assert quantile_groups(np.array([]), groups=5, highest_first=True).tolist() == []


def test_labels_that_do_not_line_up_are_refused() -> None:
    with pytest.raises(DataError, match="Q713"):
        ranks(np.array([1.0, 2.0]), highest_first=True, within=np.array([1]))


@pytest.mark.parametrize("groups", [1, 0, 2.5, True])
def test_a_number_of_groups_that_makes_none_is_refused(groups: Any) -> None:
    with pytest.raises(DataError, match="Q714"):
        quantile_groups(np.array([1.0]), groups=groups, highest_first=True)
