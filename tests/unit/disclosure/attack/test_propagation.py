import numpy as np
import pytest

from hereabouts.disclosure.attack.propagation import propagated
from hereabouts.disclosure.linear_system import Sums, system_of_sums
from hereabouts.errors import DisclosureError
from tests.unit.disclosure.bundles import bundle, shown_but


def test_the_only_hidden_part_of_a_total_is_what_is_left() -> None:
    system, counts = bundle([3, 10, 20], [0, 0, 0])
    hidden = np.array([True, False, False, False])
    known, rested = propagated(shown_but(system, counts, hidden))
    assert (known.lower[0], known.upper[0], rested) == (3, 3, True)


def test_two_hidden_parts_share_what_is_left() -> None:
    system, counts = bundle([3, 10, 20], [0, 0, 0])
    hidden = np.array([True, True, False, False])
    known, _ = propagated(shown_but(system, counts, hidden))
    assert (known.lower[:2].tolist(), known.upper[:2].tolist()) == ([0, 0], [13, 13])


def test_nothing_limits_a_part_of_a_hidden_total() -> None:
    system, counts = bundle([3, 10], [0, 0])
    hidden = np.array([True, False, True])
    known, _ = propagated(shown_but(system, counts, hidden))
    assert known.upper[[0, 2]].tolist() == [np.inf, np.inf]
    assert known.lower[[0, 2]].tolist() == [0, 10]


def test_figures_that_contradict_each_other_are_refused() -> None:
    system, counts = bundle([3, 10], [0, 0])
    wrong = counts + np.array([0, 0, 1])
    with pytest.raises(DisclosureError) as met:
        propagated(shown_but(system, wrong, np.zeros(3, dtype=np.bool_)))
    assert met.value.code == "D401"


def test_totals_perturbed_on_their_own_are_borne_within_their_slack() -> None:
    """As in the Census, where each table is perturbed by itself."""
    system = system_of_sums(3, [Sums(np.array([2, 2]), np.array([0, 1]), slack=2)])
    shown = shown_but(system, np.array([3.0, 10.0, 14.0]), np.array([True, False, False]))
    known, _ = propagated(shown)
    assert (known.lower[0], known.upper[0]) == (2, 6)
