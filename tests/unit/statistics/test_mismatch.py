import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.statistics.mismatch import mismatch


def test_most_need_and_least_supply_comes_first() -> None:
    made = mismatch(np.array([90.0, 50.0, 10.0]), np.array([1.0, 5.0, 9.0]))
    assert list(made.need_rank) == [1, 2, 3]
    assert list(made.supply_rank) == [3, 2, 1]
    assert list(made.gap) == [2, 0, -2]
    assert list(made.rank) == [1, 2, 3]


def test_equal_values_share_the_better_rank() -> None:
    made = mismatch(np.array([5.0, 5.0, 1.0]), np.array([2.0, 2.0, 2.0]))
    assert list(made.need_rank) == [1, 1, 3]
    assert list(made.supply_rank) == [1, 1, 1]


def test_an_area_without_either_is_not_counted() -> None:
    made = mismatch(np.array([9.0, np.nan, 1.0]), np.array([1.0, 50.0, 2.0]))
    assert list(made.supply_rank[[0, 2]]) == [2, 1]
    assert np.isnan(made.rank[1])


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=30))
def test_only_order_matters_and_no_unit(areas: list[tuple[int, int]]) -> None:
    need, supply = (np.array(column, dtype=float) for column in zip(*areas, strict=True))
    once, again = mismatch(need, supply), mismatch(3 * need + 7, supply**3)
    assert np.array_equal(once.rank, again.rank)
    assert 1 in once.rank
