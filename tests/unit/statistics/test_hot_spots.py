"""A planted cluster is found; chance alone names no more than it may."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from hereabouts.statistics.empirical_bayes import locally_smoothed_rate, standardised_rate
from hereabouts.statistics.false_discovery import q_values, two_sided_p
from hereabouts.statistics.getis_ord import gi_star
from hereabouts.statistics.hot_spots import HotSpot, hot_spots
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.local_moran import Quadrant
from hereabouts.statistics.neighbours import neighbours_of_pairs
from tests.unit.statistics.grids import grid, shuffled

HOT = {HotSpot.HOT, HotSpot.HOT_STRICT}
COLD = {HotSpot.COLD, HotSpot.COLD_STRICT}
RUNS = 400
#: Four standard errors above 5%: a promise kept is measured above it by chance this rarely.
AT_MOST = 0.05 + 4 * (0.05 * 0.95 / RUNS) ** 0.5
NULLS: dict[str, Callable[[np.random.Generator], Numbers]] = {
    "bell-shaped": lambda rng: rng.normal(size=340),
    "rare events": lambda rng: rng.poisson(1, 340).astype(float),
    "very skewed": lambda rng: rng.lognormal(0, 0.7, 340),
}


def share_of_maps(draw: Callable[[], Numbers]) -> float:
    """How many of the maps that chance draws have a hot or cold spot, as a share."""
    neighbours = grid(17, 20)
    return sum(bool((hot_spots(draw(), neighbours).q <= 0.05).any()) for _ in range(RUNS)) / RUNS


def planted() -> tuple[Numbers, NDArray[np.bool_]]:
    """Counts of about 8 on a 50 by 50 grid, 10 more in 25 cells, and which those are."""
    counts = np.random.default_rng(0).poisson(8, (50, 50)).astype(float)
    counts[10:15, 10:15] += 10
    where = np.zeros((50, 50), dtype=bool)
    where[10:15, 10:15] = True
    return counts.ravel(), where.ravel()


def test_a_planted_cluster_is_found_and_little_else() -> None:
    counts, where = planted()
    hot = np.isin(hot_spots(counts, grid(50, 50)).kind, list(HOT))
    assert (hot & where).sum() >= 24
    beside = np.zeros((50, 50), dtype=bool)
    beside[9:16, 9:16] = True
    assert (hot & ~beside.ravel()).sum() <= 0.05 * hot.sum()


def test_a_planted_hollow_is_cold() -> None:
    counts, where = planted()
    found = hot_spots(-counts, grid(50, 50))
    assert np.isin(found.kind[where], list(COLD)).sum() >= 24
    assert set(found.moran[where]) <= {Quadrant.LOW_LOW, Quadrant.NONE}


@pytest.mark.parametrize("null", NULLS)
def test_chance_alone_makes_a_hot_spot_in_one_map_of_twenty_at_most(null: str) -> None:
    rng = np.random.default_rng(5)
    assert share_of_maps(lambda: NULLS[null](rng)) <= AT_MOST


def test_skewed_values_themselves_break_the_promise() -> None:
    """Why scores: of the values themselves, four maps of ten show what is not there."""
    rng, neighbours = np.random.default_rng(5), grid(17, 20)
    named = []
    for _ in range(RUNS):
        q = q_values(two_sided_p(gi_star(NULLS["very skewed"](rng), neighbours)))
        named.append(bool((q <= 0.05).any()))
    assert np.mean(named) > 0.3


PEOPLE = np.linspace(60, 3000, 340)  # few people at one end of the map, many at the other


def risks(rng: np.random.Generator) -> Numbers:
    """Areas differ, by a third, but not more like their neighbours than others."""
    return rng.poisson(PEOPLE * 0.02 * rng.gamma(10, 0.1, 340)).astype(float)


def test_areas_of_few_people_make_no_hot_spots() -> None:
    rng = np.random.default_rng(8)
    assert share_of_maps(lambda: standardised_rate(risks(rng), PEOPLE)) <= AT_MOST


@pytest.mark.parametrize(
    "rate",
    [np.divide, lambda x, n: locally_smoothed_rate(x, n, grid(17, 20))],
    ids=["as they are", "locally smoothed"],
)
def test_rates_of_another_kind_make_hot_spots_of_nothing(
    rate: Callable[[Numbers, Numbers], Numbers],
) -> None:
    """The traps: rates vary most where few live, and locally smoothed ones have been mixed."""
    rng = np.random.default_rng(8)
    assert share_of_maps(lambda: rate(risks(rng), PEOPLE)) > AT_MOST


def test_islands_and_missing_areas_are_told_apart() -> None:
    pairs = np.array([[0, 1], [1, 0], [3, 4], [4, 3]]).T
    neighbours = neighbours_of_pairs(pairs[0], pairs[1], areas=5)
    found = hot_spots(np.array([1.0, 2.0, 3.0, 4.0, np.nan]), neighbours)
    assert list(found.kind) == ["neither", "neither", "island", "island", ""]
    assert np.isnan(found.q[2:]).all()


def test_where_all_are_equal_none_stands_out() -> None:
    found = hot_spots(np.full(25, 0.1), grid(5, 5))
    assert set(found.kind) == {HotSpot.NEITHER}
    assert set(found.moran) == {Quadrant.NONE}


def test_the_order_of_areas_does_not_matter() -> None:
    counts, _ = planted()
    order = np.random.default_rng(2).permutation(2500)
    found = hot_spots(counts[order], shuffled(grid(50, 50), order))
    np.testing.assert_array_equal(found.kind, hot_spots(counts, grid(50, 50)).kind[order])
