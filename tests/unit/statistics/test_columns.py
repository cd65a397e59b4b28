import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.columns import aligned, require_limits


def test_columns_of_one_shape_are_given_back_as_floating_point() -> None:
    made = aligned(np.array([1, 2]), np.array([np.nan, 4]))
    assert [each.dtype for each in made] == [np.float64, np.float64]
    np.testing.assert_array_equal(made[1], [np.nan, 4])


def test_columns_of_two_shapes_are_refused_rather_than_stretched() -> None:
    with pytest.raises(DataError, match=r"shapes \(2,\) and \(1,\)") as caught:
        aligned(np.array([1.0, 2.0]), np.array([1.0]))
    assert caught.value.code == "Q741"


def test_an_infinite_number_is_refused() -> None:
    with pytest.raises(DataError, match="a number is infinite") as caught:
        aligned(np.array([1.0, np.inf]))
    assert caught.value.code == "Q742"


def test_limits_the_wrong_way_round_are_refused_without_saying_which() -> None:
    with pytest.raises(DataError) as caught:
        require_limits(np.array([4.0, np.nan]), np.array([3.0, 2.0]))
    assert caught.value.code == "Q743"
    assert "4" not in caught.value.problem
