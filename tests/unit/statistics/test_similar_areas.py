import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.similar_areas import similar_areas

ONE = np.ones(1)


def test_the_nearest_come_first() -> None:
    found = similar_areas(np.array([[0.0], [1.0], [3.0], [7.0]]), weights=ONE, count=2)
    np.testing.assert_array_equal(found.places, [[1, 2], [0, 2], [1, 0], [2, 1]])
    deviation = np.std([0, 1, 3, 7])
    np.testing.assert_allclose(found.distances[0], [1 / deviation, 3 / deviation])


def test_a_weight_of_0_leaves_a_measure_out() -> None:
    measures = np.array([[0.0, 0.0], [1.0, 90.0], [9.0, 1.0]])
    assert similar_areas(measures, weights=np.array([1.0, 0.0]), count=1).places[0, 0] == 1
    assert similar_areas(measures, weights=np.array([0.0, 1.0]), count=1).places[0, 0] == 2


def test_a_measure_that_never_varies_tells_nothing_apart() -> None:
    measures = np.array([[0.0, 5.0], [1.0, 5.0], [3.0, 5.0]])
    found = similar_areas(measures, weights=np.ones(2), count=1)
    np.testing.assert_array_equal(
        found.distances, similar_areas(measures[:, :1], weights=ONE, count=1).distances
    )


def test_an_area_that_lacks_a_measure_has_none_and_is_nobodys() -> None:
    found = similar_areas(np.array([[0.0], [np.nan], [1.0]]), weights=ONE, count=2)
    np.testing.assert_array_equal(found.places, [[2, -1], [-1, -1], [0, -1]])
    np.testing.assert_array_equal(np.isnan(found.distances), found.places == -1)


def test_areas_equally_near_are_in_the_order_of_the_list() -> None:
    found = similar_areas(np.array([[0.0], [1.0], [-1.0], [1.0]]), weights=ONE, count=2)
    np.testing.assert_array_equal(found.places[0], [1, 2])


@pytest.mark.parametrize("values", [[[np.nan]], [[1.0]]])
def test_one_area_is_like_none(values: list[list[float]]) -> None:
    assert (similar_areas(np.array(values), weights=ONE, count=3).places == -1).all()


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=3, max_size=30))
def test_it_is_what_sorting_every_distance_gives(rows: list[tuple[int, int]]) -> None:
    measures = np.array(rows, dtype=float)
    found = similar_areas(measures, weights=np.array([1.0, 2.0]), count=2)
    deviations = np.where(measures.std(axis=0) > 0, measures.std(axis=0), np.inf)
    scaled = (measures - measures.mean(axis=0)) / deviations * np.sqrt([1.0, 2.0])
    for place, row in enumerate(scaled):
        apart = np.sqrt(((scaled - row) ** 2).sum(axis=1))
        apart[place] = np.inf
        np.testing.assert_allclose(found.distances[place], np.sort(apart)[:2], atol=1e-9)


@given(st.floats(0.1, 100), st.floats(-100, 100))
def test_units_do_not_matter(scale: float, shift: float) -> None:
    measures = np.random.default_rng(0).normal(size=(20, 2))
    found = similar_areas(measures * scale + shift, weights=np.ones(2), count=5)
    np.testing.assert_array_equal(
        found.places, similar_areas(measures, weights=np.ones(2), count=5).places
    )


@pytest.mark.parametrize(
    ("shape", "weights", "count"),
    [((3,), [1], 1), ((3, 2), [1], 1), ((3, 1), [-1], 1), ((3, 1), [1], 0), ((3, 0), [], 1)],
)
def test_what_cannot_be_compared_is_refused(
    shape: tuple[int, ...], weights: list[float], count: int
) -> None:
    with pytest.raises(DataError) as error:
        similar_areas(np.zeros(shape), weights=np.array(weights, dtype=float), count=count)
    assert error.value.code == "Q774"
