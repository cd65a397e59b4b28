import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.getis_ord import gi_star
from hereabouts.statistics.neighbours import Neighbours, neighbours_of_pairs
from tests.unit.statistics.grids import EVENTS, grid, shuffled

# esda 2.9.0: G_Local(EVENTS, queen weights, star=True, transform="B", permutations=0).Zs
ESDA = [
    0.7555053716308141,
    0.8701688807290717,
    1.3832401547438542,
    -0.25858792210345033,
    -0.5594565093721852,
    1.7936971739556804,
    2.804788296460919,
    3.078693403537181,
    0.4309440351333184,
    -0.8742734509211896,
    1.691082919152724,
    3.3525985106134426,
    2.8960899988196735,
    0.15703892805705658,
    -1.900415998950755,
    0.4597118615172456,
    1.2526593563621031,
    1.0700559516445958,
    -0.7559780955304819,
    -1.797801744147798,
    -0.7985404877363667,
    -0.8742734509211896,
    -0.8742734509211896,
    -1.592573234541885,
    -1.6353344120110025,
]


def test_it_is_what_esda_says() -> None:
    np.testing.assert_allclose(gi_star(EVENTS, grid(5, 5)), ESDA, rtol=0, atol=1e-12)


def test_it_is_the_formula_read_aloud() -> None:
    # Three areas in a row: the first and its neighbour have 1 and 2 of a mean of 2.
    values = np.array([1.0, 2.0, 3.0])
    row = neighbours_of_pairs(np.array([0, 1, 1, 2]), np.array([1, 0, 2, 1]), areas=3)
    spread = np.sqrt(2 / 3) * np.sqrt((3 * 2 - 2**2) / 2)
    z = gi_star(values, row)
    np.testing.assert_allclose(z[[0, 2]], [-1 / spread, 1 / spread])
    assert np.isnan(z[1])  # all three are its neighbourhood: nothing to compare it with


def test_a_missing_area_is_as_if_it_were_not_there() -> None:
    gone = 12
    values = np.where(np.arange(25) == gone, np.nan, EVENTS)
    whole = grid(5, 5)
    kept = (whole.owners != gone) & (whole.indices != gone)
    now = np.cumsum(np.arange(25) != gone) - 1
    without = neighbours_of_pairs(now[whole.owners[kept]], now[whole.indices[kept]], areas=24)
    z = gi_star(values, whole)
    assert np.isnan(z[gone])
    np.testing.assert_allclose(np.delete(z, gone), gi_star(np.delete(EVENTS, gone), without))


def test_an_island_has_no_cluster() -> None:
    alone = neighbours_of_pairs(np.array([0, 1]), np.array([1, 0]), areas=5)
    np.testing.assert_array_equal(
        np.isnan(gi_star(np.arange(5.0), alone)), [False, False, True, True, True]
    )


def test_an_area_whose_neighbours_are_all_missing_is_an_island() -> None:
    values = np.where(np.isin(np.arange(25), [1, 5, 6]), np.nan, EVENTS)
    assert np.isnan(gi_star(values, grid(5, 5))[0])


@pytest.mark.parametrize("values", [np.full(25, 3.0), np.full(25, np.nan), np.full(25, 0.1)])
def test_nothing_stands_out_where_all_are_equal(values: np.ndarray) -> None:
    assert np.isnan(gi_star(values, grid(5, 5))).all()


@given(st.permutations(range(25)))
def test_the_order_of_areas_does_not_matter(order: list[int]) -> None:
    places = np.array(order)
    z = gi_star(EVENTS[places], shuffled(grid(5, 5), places))
    np.testing.assert_allclose(z, gi_star(EVENTS, grid(5, 5))[places], atol=1e-12)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_turning_the_map_does_not_matter(turns: int) -> None:
    turned = np.rot90(EVENTS.reshape(5, 5), turns).ravel()
    expected = np.rot90(gi_star(EVENTS, grid(5, 5)).reshape(5, 5), turns).ravel()
    np.testing.assert_allclose(gi_star(turned, grid(5, 5)), expected, atol=1e-12)


@given(st.floats(-1e3, 1e3), st.floats(0.01, 1e3))
def test_the_unit_does_not_matter(shift: float, scale: float) -> None:
    z = gi_star(shift + scale * EVENTS, grid(5, 5))
    np.testing.assert_allclose(z, gi_star(EVENTS, grid(5, 5)), atol=1e-8)


@pytest.mark.parametrize(
    "neighbours",
    [
        grid(4, 5),
        Neighbours(np.arange(26), np.full(25, 25)),
        Neighbours(np.arange(26), np.arange(25)),
    ],
    ids=["of other areas", "of no area", "of itself"],
)
def test_neighbours_must_be_those_of_the_areas(neighbours: Neighbours) -> None:
    with pytest.raises(DataError) as error:
        gi_star(EVENTS, neighbours)
    assert error.value.code == "Q771"
