import numpy as np
import pytest

from hereabouts.disclosure.attack.bounds import attack, bounds
from hereabouts.disclosure.attack.published import said_exactly, said_rounded
from hereabouts.disclosure.linear_system import Sums, sums_along, system_of_sums
from hereabouts.disclosure.suppress_and_round import protect
from hereabouts.errors import DisclosureError
from tests.unit.disclosure.attack.test_published import policy
from tests.unit.disclosure.bundles import bundle, enumerated, shown_but, small

CROSSED = ([0, 0, 0, 1, 1, 1], [0, 1, 1, 0, 0, 1], [0, 0, 0, 0, 0, 0])


def test_overlapping_areas_say_more_than_one_equation_at_a_time() -> None:
    system, counts = bundle([2, 3, 1, 3, 2, 9], *CROSSED)
    shown = shown_but(system, counts, np.arange(system.cells) < 5)
    lower, upper = bounds(shown)
    least, most = enumerated(shown, 6, 6)
    assert (lower.tolist(), upper.tolist()) == (least.tolist(), most.tolist())


def test_where_corners_are_not_whole_bounds_are_still_those_of_counts() -> None:
    """Three groupings of three blocks, each pair together once: a + b, a + c, b + c are known
    to be 1 at most; in halves, 3 blocks could be 1.5 together."""
    sums = [
        Sums(np.array([3, 3]), np.array([0, 1])),
        Sums(np.array([4, 4]), np.array([0, 2])),
        Sums(np.array([5, 5]), np.array([1, 2])),
        Sums(np.array([6, 6, 6]), np.array([0, 1, 2])),
    ]
    most = np.array([1, 1, 1, 1, 1, 1, 3.0])
    system = system_of_sums(7, sums).knowing(np.zeros(7), most, hidden=most == 3)
    lower, upper = bounds(system)
    assert (lower.tolist(), upper.tolist()) == ([0], [1])


def test_nothing_is_found_where_all_is_wide() -> None:
    system, counts = bundle([3, 9, 20], [0, 0, 0])
    found = attack(shown_but(system, counts, np.array([True, True, False, False])), 5)
    assert found.is_safe
    assert found.cells_hidden.tolist() == [0, 1]


def test_what_is_exact_and_what_is_narrow_are_told_apart() -> None:
    system, counts = bundle([3, 20, 1, 1, 30], [0, 0, 1, 1, 1])
    hidden = np.array([True, False, True, True, False, False, False])
    found = attack(shown_but(system, counts, hidden), 3)
    assert found.recovered_exactly.tolist() == [0]
    assert found.narrower_than_policy.tolist() == [0, 2, 3]
    assert not found.is_safe


def test_a_cell_that_can_only_be_large_is_no_finding() -> None:
    system, counts = bundle([30, 20], [0, 0])
    shown = shown_but(system, counts, np.array([True, False, False]))
    assert not attack(shown, 5).is_safe
    assert attack(shown, 5, sensitive_to=7).is_safe


def test_rounding_alone_is_undone() -> None:
    """8, 8 and 1 with their total 17 are published as 10, 10, hidden and 15."""
    system, counts = bundle([8, 8, 1], [0, 0, 0])
    shown = protect(counts, policy()).counts
    none = np.zeros(4, dtype=np.bool_)
    known = system.knowing(*said_rounded(shown, policy(), secondary=none), hidden=~none)
    lower, upper = bounds(known)
    assert lower.tolist() == upper.tolist() == [8, 8, 1, 17]


def test_an_early_stop_finds_what_full_bounds_say() -> None:
    rng = np.random.default_rng(7)
    system, counts = bundle(
        rng.integers(0, 12, 60).tolist(),
        (np.arange(60) // 6).tolist(),
        (np.arange(60) % 9).tolist(),
    )
    shown = shown_but(system, counts, small(counts, 7))
    lower, upper = bounds(shown)
    found = attack(shown, 4)
    narrow = found.cells_hidden[upper - lower < 4]
    assert 0 < len(narrow) < len(found.cells_hidden)
    assert found.narrower_than_policy.tolist() == narrow.tolist()
    exact = found.cells_hidden[upper == lower]
    assert found.recovered_exactly.tolist() == exact.tolist()


def test_a_table_of_three_dimensions_is_attacked_in_whole_counts() -> None:
    rng = np.random.default_rng(3)
    inner = rng.integers(0, 5, (2, 2, 2)).astype(np.float64)
    full = inner
    for axis in range(3):
        full = np.concatenate([full, full.sum(axis=axis, keepdims=True)], axis=axis)
    codes = np.argwhere(np.ones_like(full))
    up = np.array([2, 2, -1])
    system = system_of_sums(27, [sums_along(codes, axis, up) for axis in range(3)])
    hidden = np.all(codes < 2, axis=1)
    shown = np.where(hidden, np.nan, full.ravel())
    lower, upper = bounds(system.knowing(*said_exactly(shown), hidden=hidden))
    # One number is free: add t to cells of one parity, take it from the others.
    odd = codes[hidden].sum(axis=1) % 2 == 1
    truth = full.ravel()[hidden]
    up_by, down_by = truth[odd].min(), truth[~odd].min()
    assert lower.tolist() == np.where(odd, truth - up_by, truth - down_by).tolist()
    assert upper.tolist() == np.where(odd, truth + down_by, truth + up_by).tolist()


def test_contradictions_that_only_programs_see_are_refused() -> None:
    """Blocks of 0 or 1: each pair of three comes to 1. No equation alone is at fault."""
    sums = [
        Sums(np.array([3 + k, 3 + k]), np.array(pair))
        for k, pair in enumerate([(0, 1), (0, 2), (1, 2)])
    ]
    ends = np.array([0, 0, 0, 1, 1, 1.0]), np.ones(6)
    system = system_of_sums(6, sums).knowing(*ends, hidden=np.arange(6) < 3)
    with pytest.raises(DisclosureError) as met:
        bounds(system)
    assert met.value.code == "D401"


def test_an_attack_that_ran_out_of_time_is_an_error_and_not_a_pass() -> None:
    system, counts = bundle([2, 3, 4, 3, 2, 9], *CROSSED)
    with pytest.raises(DisclosureError) as met:
        attack(shown_but(system, counts, np.arange(system.cells) < 6), 3, seconds=0)
    assert met.value.code == "D402"


@pytest.mark.parametrize("width", [0, -1, np.nan])
def test_an_attack_that_could_find_nothing_is_refused(width: float) -> None:
    system, counts = bundle([1, 2], [0, 0])
    with pytest.raises(DisclosureError) as met:
        attack(shown_but(system, counts, np.ones(3, dtype=np.bool_)), width)
    assert met.value.code == "D403"


def test_a_nought_is_no_finding_where_the_policy_shows_noughts() -> None:
    system, counts = bundle([0, 12], [0, 0])
    published = shown_but(system, counts, np.arange(3) == 0)
    assert attack(published, 3, sensitive_to=7).recovered_exactly.tolist() == [0]
    assert attack(published, 3, sensitive_from=1, sensitive_to=7).is_safe
