import numpy as np

from hereabouts.disclosure.attack.bounds import attack
from hereabouts.disclosure.attack.published import said_rounded
from hereabouts.disclosure.linear_system import Flags, Numbers, System
from hereabouts.disclosure.suppress_and_round import protect
from hereabouts.disclosure.suppression.repair import repair
from tests.unit.disclosure.attack.test_published import policy
from tests.unit.disclosure.bundles import bundle


def rounded(system: System, counts: Numbers, *, also: Flags | None = None) -> System:
    """As published by the rule, with more cells hidden where `also` says."""
    shown, hidden = protect(counts, policy())
    more = np.zeros(len(counts), dtype=np.bool_) if also is None else also
    known = said_rounded(np.where(more, np.nan, shown), policy(), secondary=more)
    return system.knowing(*known, hidden=hidden | more)


def test_what_rounding_leaves_open_is_mended() -> None:
    """8, 8 and 1 of 17: published as 10, 10, hidden and 15, which gives all four away."""
    system, counts = bundle([8, 8, 1], [0, 0, 0])
    before = rounded(system, counts)
    assert attack(before, 3).recovered_exactly.tolist() == [2]
    found = repair(before, counts, np.array([1, 2, 1, 9.0]), minimum_width=3, sensitive_to=7)
    assert found.is_safe
    assert np.flatnonzero(found.secondary).tolist() == [0]
    assert attack(rounded(system, counts, also=found.secondary), 3, sensitive_to=7).is_safe


def test_what_is_wide_already_is_left_alone() -> None:
    system, counts = bundle([20, 30, 4], [0, 0, 0])
    found = repair(rounded(system, counts), counts, np.ones(4), minimum_width=3)
    assert found.is_safe
    assert not found.secondary.any()


def test_what_nothing_mends_is_named() -> None:
    system, counts = bundle([8, 8, 1], [0, 0, 0])
    cost = np.full(4, np.inf)
    found = repair(rounded(system, counts), counts, cost, minimum_width=3)
    assert not found.is_safe
    assert found.failures.tolist() == [2]
    assert not found.secondary.any()


def test_a_hidden_total_of_hidden_parts_can_be_beyond_mending() -> None:
    """Five hidden parts are 1 or more each, and their hidden total is 7 or less."""
    system, counts = bundle([1, 1, 1, 1, 2], [0, 0, 0, 0, 0])
    found = repair(rounded(system, counts), counts, np.ones(6), minimum_width=3)
    assert found.failures.tolist() == [0, 1, 2, 3, 4, 5]


def test_a_nought_that_the_policy_would_show_needs_no_mending() -> None:
    """Nobody in the area, which is shown: so nobody in the block that is hidden."""
    system, counts = bundle([0, 0], [0, 0])
    known = said_rounded(np.array([np.nan, 0, 0]), policy(), secondary=np.arange(3) == 0)
    published = system.knowing(*known, hidden=np.arange(3) == 0)
    cost = np.array([1, 2, 9.0])
    left = repair(published, counts, cost, minimum_width=3, sensitive_from=1, sensitive_to=7)
    assert left.is_safe
    assert not left.secondary.any()
    assert repair(published, counts, cost, minimum_width=3, sensitive_to=7).secondary.any()
