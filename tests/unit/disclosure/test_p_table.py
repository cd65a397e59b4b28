"""Noise: what each count may become, and how likely."""

import numpy as np
import pytest

from hereabouts.disclosure.p_table import p_table
from hereabouts.errors import DisclosureError
from hereabouts.model.noise import Noise


def test_it_is_the_table_worked_out_by_another_solver() -> None:
    """Moves of 2 at most and variance 1.05, by `scipy.optimize.fsolve`, to four decimals."""
    table = p_table(Noise(at_most=2, variance=1.05))
    expected = [0.0701, 0.2445, 0.3707, 0.2445, 0.0701]
    np.testing.assert_allclose(table.probability[2], expected, atol=5e-5)
    np.testing.assert_array_equal(table.probability[3], table.probability[2])


def test_zero_stays_zero() -> None:
    table = p_table(Noise(at_most=2, variance=1.05))
    np.testing.assert_array_equal(table.probability[0], [0, 0, 1, 0, 0])


def test_a_count_that_is_never_shown_becomes_none_or_more() -> None:
    noise = Noise(at_most=5, variance=3, never_to=2)
    assert noise.moves(1) == (-1, 2, 3, 4, 5)
    possible = p_table(noise).probability[1] > 0
    assert p_table(noise).moves[possible].tolist() == [-1, 2, 3, 4, 5]


def test_the_last_row_is_for_every_count_that_nothing_cuts_short() -> None:
    noise = Noise(at_most=5, variance=3, never_to=2)
    table = p_table(noise)
    assert len(table.probability) == 9
    np.testing.assert_allclose(table.probability[8], table.probability[8][::-1])
    assert abs(table.probability[7] - table.probability[7][::-1]).max() > 0.001


def test_a_number_picks_its_move_by_how_likely_each_is() -> None:
    table = p_table(Noise(at_most=2, variance=1.05))
    pick = np.array([0.0, 0.07, 0.0702, 0.5, 0.9298, 0.93, 1 - 2.0**-53])
    moved = table.moved(np.full(7, 1000), pick)
    assert moved.tolist() == [-2, -2, -1, 0, 1, 2, 2]


def test_large_counts_use_the_last_row() -> None:
    """One in 263 moves down by 5; a count of 7 cannot, as 2 is never shown."""
    table = p_table(Noise(at_most=5, variance=3, never_to=2))
    assert table.moved(np.array([7, 8, 1000]), np.full(3, 0.003)).tolist() == [-4, -5, -5]


@pytest.mark.parametrize(
    "noise",
    [
        Noise(at_most=2, variance=2.0),  # from 1 to none, or to 3 at most: 2 is the very most
        Noise(at_most=5, variance=2.0, never_to=2),  # from 1 to none or 3: 2 is the very least
        Noise(at_most=1, variance=0.5, never_to=1),  # from 1 to none, and nowhere else
        Noise(at_most=2, variance=9),
    ],
)
def test_noise_that_there_cannot_be_is_refused(noise: Noise) -> None:
    with pytest.raises(DisclosureError) as caught:
        p_table(noise)
    assert caught.value.code == "D121"
