"""Dominance: a sum that gives its largest contributor away."""

import numpy as np
import pytest

from hereabouts.disclosure.dominance import dominated, sensitive, within_p_percent
from hereabouts.errors import DisclosureError
from hereabouts.model.policy import Dominance


def by_p(*amounts: float, p: float = 10) -> bool:
    cell = np.zeros(len(amounts), int)
    return bool(within_p_percent(np.array(amounts, float), cell, cells=1, p_percent=p)[0])


def by_share(*amounts: float, largest: int = 2, share: float = 75) -> bool:
    cell = np.zeros(len(amounts), int)
    found = dominated(np.array(amounts, float), cell, cells=1, largest=largest, share_percent=share)
    return bool(found[0])


def test_the_second_largest_knows_the_largest_to_within_what_is_left() -> None:
    """From 100 + 50 + 9 the second takes its 50: 100 to 109, which is closer than ten percent."""
    assert by_p(100, 50, 9)
    assert not by_p(100, 50, 10)
    assert not by_p(100, 50, 4, 6)


def test_one_or_two_contributors_always_give_each_other_away() -> None:
    assert by_p(100)
    assert by_p(100, 100)


def test_nothing_gives_nobody_away() -> None:
    assert not by_p()
    assert not by_p(0, 0)


def test_so_many_make_up_more_than_a_share() -> None:
    assert by_share(50, 30, 20)
    assert not by_share(50, 25, 25)
    assert by_share(50, 25, 25, largest=1, share=49)
    assert not by_share()


def test_cells_are_judged_apart_in_any_order() -> None:
    amounts = np.array([9.0, 30, 100, 30, 50, 30, 30])
    cell = np.array([2, 0, 2, 0, 2, 0, 0])
    found = within_p_percent(amounts, cell, cells=4, p_percent=10)
    assert found.tolist() == [False, False, True, False]
    found = dominated(amounts, cell, cells=4, largest=2, share_percent=60)
    assert found.tolist() == [False, False, True, False]


def test_a_policy_says_which_rule() -> None:
    amounts, cell = np.array([60.0, 20, 20]), np.zeros(3, int)
    rule = Dominance(contributor="provider", p_percent=50)
    assert sensitive(amounts, cell, cells=1, rule=rule).tolist() == [True]
    rule = Dominance(contributor="provider", largest=1, share_percent=65)
    assert sensitive(amounts, cell, cells=1, rule=rule).tolist() == [False]


@pytest.mark.parametrize("amounts", [[-1.0, 5], [float("nan"), 5], [1.0]])
def test_what_cannot_be_judged_is_refused(amounts: list[float]) -> None:
    with pytest.raises(DisclosureError) as caught:
        within_p_percent(np.array(amounts), np.array([0, 0]), cells=1, p_percent=10)
    assert caught.value.code == "D126"
