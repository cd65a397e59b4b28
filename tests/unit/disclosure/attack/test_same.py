"""Cells that must be equal are one unknown, and nothing that is known of them is lost."""

import numpy as np
import pytest

from hereabouts.disclosure.attack.bounds import bounds
from hereabouts.disclosure.attack.same import same_as_one
from hereabouts.disclosure.linear_system import Sums, System, system_of_sums
from hereabouts.errors import DisclosureError

#: A total of two parts, and the first part said once more by another indicator.
TOTAL, PART, OTHER, AGAIN = range(4)


def said_twice(lower: list[float], upper: list[float]) -> System:
    parts = Sums(np.array([TOTAL, TOTAL]), np.array([PART, OTHER]))
    again = Sums(np.array([AGAIN]), np.array([PART]))
    hidden = np.array([False, True, True, True])
    return system_of_sums(4, [parts, again]).knowing(
        np.array(lower), np.array(upper), hidden=hidden
    )


def test_a_count_said_twice_is_one_cell_and_as_certain_as_both_say() -> None:
    merged = same_as_one(said_twice([20, 1, 1, 4], [20, 7, 20, 9]))
    assert merged.of[PART] == merged.of[AGAIN]
    assert merged.system.cells == 3
    one = merged.of[PART]
    assert (merged.system.lower[one], merged.system.upper[one]) == (4, 7)


def test_the_equation_of_the_two_is_gone_and_the_sum_is_not() -> None:
    merged = same_as_one(said_twice([20, 1, 1, 4], [20, 7, 20, 9])).system
    assert sorted(merged.sign.tolist()) == [-1, 1, 1]
    assert len(np.unique(merged.row)) == 1


def test_each_hidden_cell_is_told_its_ends_in_the_order_it_was_given_in() -> None:
    lower, upper = bounds(said_twice([20, 1, 1, 4], [20, 7, 20, 9]))
    assert lower.tolist() == [4, 13, 4]
    assert upper.tolist() == [7, 16, 7]


def test_two_that_must_be_equal_and_cannot_be_contradict_each_other() -> None:
    with pytest.raises(DisclosureError) as refused:
        same_as_one(said_twice([20, 1, 1, 8], [20, 7, 20, 9]))
    assert refused.value.code == "D401"


def test_totals_that_may_differ_are_not_merged() -> None:
    again = Sums(np.array([1]), np.array([0]), slack=2.0)
    assert same_as_one(system_of_sums(2, [again])).system.cells == 2
