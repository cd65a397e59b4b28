import numpy as np
import pytest

from hereabouts.disclosure.attack.bounds import attack, bounds
from hereabouts.disclosure.linear_system import Numbers, Sums, System, sums_along, system_of_sums
from hereabouts.disclosure.suppression.joint import Suppressed, suppress
from hereabouts.errors import DisclosureError
from tests.unit.disclosure.bundles import bundle, shown_but, small


def suppressed(
    system: System, counts: Numbers, *, width: float = 5, cost: Numbers | None = None
) -> Suppressed:
    costs = np.log1p(counts) + 1 if cost is None else cost
    return suppress(system, counts, small(counts, 7), width, costs)


def test_a_lone_small_count_takes_its_cheapest_neighbour_with_it() -> None:
    system, counts = bundle([3, 10, 20], [0, 0, 0])
    found = suppressed(system, counts)
    assert np.flatnonzero(found.primary).tolist() == [0]
    assert np.flatnonzero(found.secondary).tolist() == [1]
    assert np.flatnonzero(found.hidden).tolist() == [0, 1]


def test_nothing_more_is_hidden_where_small_counts_hide_each_other() -> None:
    system, counts = bundle([3, 6, 20], [0, 0, 0])
    assert not suppressed(system, counts).secondary.any()


def test_areas_that_overlap_are_protected_together() -> None:
    """The neighbour in the ward is not one in the neighbourhood, so a ring of four is hidden."""
    system, counts = bundle([3, 10, 20, 30], [0, 0, 1, 1], [0, 1, 0, 1])
    cost = np.where(np.arange(system.cells) < 4, 1.0, np.inf)
    found = suppressed(system, counts, cost=cost)
    assert np.flatnonzero(found.hidden).tolist() == [0, 1, 2, 3]
    lower, upper = bounds(shown_but(system, counts, found.hidden))
    assert (upper - lower).tolist() == [13] * 4


def test_a_total_is_hidden_where_that_is_cheaper() -> None:
    system, counts = bundle([3, 90, 90], [0, 0, 0])
    cost = np.array([1, 9, 9, 1.0])
    assert np.flatnonzero(suppressed(system, counts, cost=cost).secondary).tolist() == [3]


def test_a_neighbour_too_small_to_give_way_is_not_enough() -> None:
    """Beside 3 and 1, one to 7 hidden, the total of 4 leaves each only 4 wide."""
    system, counts = bundle([3, 1, 60], [0, 0, 0])
    found = suppressed(system, counts)
    assert np.flatnonzero(found.secondary).tolist() == [2]


def test_every_hidden_cell_is_as_wide_as_asked_whole_counts_or_not() -> None:
    rng = np.random.default_rng(5)
    inner = rng.integers(0, 15, (4, 3, 3)).astype(np.float64)
    full = inner
    for axis in range(3):
        full = np.concatenate([full, full.sum(axis=axis, keepdims=True)], axis=axis)
    codes = np.argwhere(np.ones_like(full))
    sums = [
        sums_along(codes, axis, np.append(np.full(size - 1, size - 1), -1))
        for axis, size in enumerate(full.shape)
    ]
    system, counts = system_of_sums(full.size, sums), full.ravel()
    found = suppressed(system, counts)
    assert attack(shown_but(system, counts, found.hidden), 5).is_safe


def test_cells_hidden_beside_are_as_wide_as_those_they_are_hidden_for() -> None:
    """The cheapest way to hide 4 takes from two 3s what their pairs of 0 must then gain. A pair
    of 3 in all would give each away to within 3, so more is hidden."""
    system, counts = bundle([4, 3, 3, 50, 0, 0], [0, 0, 0, 1, 1, 1], [0, 1, 2, 0, 1, 2])
    cost = np.where(np.arange(system.cells) < 6, 1.0, 50.0)
    found = suppress(system, counts, np.arange(system.cells) == 0, 5, cost)
    assert attack(shown_but(system, counts, found.hidden), 5).is_safe


def test_what_an_earlier_release_showed_cannot_hide_anything() -> None:
    system, counts = bundle([3, 10, 20], [0, 0, 0])
    known = system.narrowed(np.array([1]), np.array([10.0]), np.array([10.0]))
    assert np.flatnonzero(suppressed(known, counts).secondary).tolist() == [2]


def test_a_table_perturbed_on_its_own_is_protected_too() -> None:
    system = system_of_sums(4, [Sums(np.array([3, 3, 3]), np.array([0, 1, 2]), slack=2)])
    counts = np.array([3.0, 10, 20, 34])
    found = suppressed(system, counts)
    assert attack(shown_but(system, counts, found.hidden), 5).is_safe


def test_the_same_tables_are_always_protected_alike() -> None:
    rng = np.random.default_rng(1)
    blocks = rng.integers(0, 20, 80).tolist()
    system, counts = bundle(blocks, [k // 8 for k in range(80)], [k % 11 for k in range(80)])
    first, again = suppressed(system, counts), suppressed(system, counts)
    assert first.secondary.any()
    assert np.array_equal(first.hidden, again.hidden)


def test_what_cannot_be_protected_is_an_error() -> None:
    system, counts = bundle([3, 10], [0, 0])
    cost = np.array([1.0, np.inf, np.inf])
    with pytest.raises(DisclosureError) as met:
        suppressed(system, counts, cost=cost)
    assert met.value.code == "D109"


@pytest.mark.parametrize(
    ("counts", "cost", "width", "code"),
    [
        ([3, 10, 14], [1, 1, 1], 5, "D107"),
        ([3.5, 10, 13.5], [1, 1, 1], 5, "D107"),
        ([-3, 10, 7], [1, 1, 1], 5, "D107"),
        ([3, 10, 13], [1, 0, 1], 5, "D107"),
        ([3, 10, 13], [1, 1], 5, "D107"),
        ([3, 10, 13], [1, 1, 1], 0, "D108"),
        ([3, 10, 13], [1, 1, 1], 2.5, "D108"),
    ],
    ids=["no sum", "no counts", "below 0", "free", "too few costs", "no width", "half a width"],
)
def test_tables_that_cannot_be_are_refused(
    counts: list[float], cost: list[float], width: float, code: str
) -> None:
    system, _ = bundle([3, 10], [0, 0])
    numbers = np.array(counts, dtype=np.float64)
    with pytest.raises(DisclosureError) as met:
        suppressed(system, numbers, width=width, cost=np.array(cost, dtype=np.float64))
    assert met.value.code == code
    assert "3.5" not in str(met.value)
