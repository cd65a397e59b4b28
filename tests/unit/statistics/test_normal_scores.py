import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.statistics.normal_scores import normal_scores


def test_scores_are_bloms() -> None:
    # Blom's five: the deviates at (rank - 0.375) / 5.25.
    found = normal_scores(np.array([30.0, 10.0, 50.0, 20.0, 40.0]))
    expected = [0, -1.1797611176118612, 1.1797611176118612, -0.4972005683, 0.4972005683]
    np.testing.assert_allclose(found, expected, atol=1e-9)


def test_equal_values_share_the_score_of_their_mean_rank() -> None:
    found = normal_scores(np.array([1.0, 2.0, 2.0, 3.0]))
    np.testing.assert_allclose(found[1:3], 0, atol=1e-12)


def test_missing_values_stay_missing() -> None:
    found = normal_scores(np.array([3.0, np.nan, 1.0, 2.0]))
    np.testing.assert_allclose(found[[0, 2, 3]], normal_scores(np.array([3.0, 1.0, 2.0])))
    assert np.isnan(found[1])
    assert np.isnan(normal_scores(np.array([np.nan]))).all()


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=50))
def test_only_the_order_matters(values: list[int]) -> None:
    numbers = np.array(values, dtype=float)
    np.testing.assert_array_equal(normal_scores(numbers), normal_scores(numbers**3))
