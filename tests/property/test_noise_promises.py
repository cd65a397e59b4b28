"""Promises of noise, of groups and of dominance, over every table that could exist."""

from typing import Any

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from hereabouts.disclosure.anonymity import anonymity_of
from hereabouts.disclosure.cell_key import cell_keys, perturb, record_keys
from hereabouts.disclosure.dominance import dominated, within_p_percent
from hereabouts.disclosure.p_table import p_table
from hereabouts.model.noise import Noise

SECRET = b"a secret of thirty-two characters"


@st.composite
def noises(draw: st.DrawFn) -> Noise:
    """Noise that can be made, and not by a hair's breadth."""
    at_most = draw(st.integers(1, 12))
    never_to = draw(st.integers(0, at_most))
    variance = draw(st.floats(0.05, 20))
    for near in (0.99, 1.01):
        one = Noise(at_most=at_most, variance=variance * near, never_to=never_to)
        assume(one.impossible_at() is None)
    return Noise(at_most=at_most, variance=variance, never_to=never_to)


@given(noises())
def test_every_row_is_a_distribution_of_mean_0_and_the_variance_asked_for(noise: Noise) -> None:
    table = p_table(noise)
    assert np.all(table.probability >= 0)
    np.testing.assert_allclose(table.probability.sum(axis=1), 1, rtol=1e-12)
    np.testing.assert_allclose(table.probability @ table.moves, 0, atol=1e-9)
    np.testing.assert_allclose((table.probability @ table.moves**2)[1:], noise.variance, rtol=1e-9)


@given(noises(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 2**64 - 1)), min_size=1))
def test_no_result_is_negative_or_among_the_counts_never_shown(
    noise: Noise, cells: list[tuple[int, int]]
) -> None:
    counts = np.array([count for count, _ in cells], float)
    keys = np.array([key for _, key in cells], np.uint64)
    shown = perturb(counts, keys, p_table(noise))
    assert np.all((shown == 0) | (shown > noise.never_to))
    assert np.all(np.abs(shown - counts) <= noise.at_most)
    assert np.all(shown[counts == 0] == 0)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=60))
def test_a_cell_of_the_same_people_is_the_same_in_every_table(
    people: list[tuple[int, int]],
) -> None:
    """By area and age; and by area alone, of those of one age."""
    table = p_table(Noise(at_most=5, variance=3, never_to=2))
    area, age = (np.array(column) for column in zip(*people, strict=True))
    keys = record_keys(map(str, range(len(people))), secret=SECRET)

    def shown(chosen: Any, cell: Any, cells: int) -> Any:
        counts = np.bincount(cell[chosen], minlength=cells).astype(float)
        return perturb(counts, cell_keys(keys[chosen], cell[chosen], cells=cells), table)

    both = shown(np.ones(len(people), bool), area * 3 + age, 12).reshape(4, 3)
    for one in range(3):
        np.testing.assert_array_equal(shown(age == one, area, 4), both[:, one])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_groups_are_what_counting_by_hand_finds(rows: list[tuple[int, int, int]]) -> None:
    one, two, three = (np.array(column) for column in zip(*rows, strict=True))
    found = anonymity_of([one, two], three, k=3)
    groups: dict[tuple[int, int], list[int]] = {}
    for a, b, value in rows:
        groups.setdefault((a, b), []).append(value)
    assert found.smallest_group == min(map(len, groups.values()))
    assert found.rows_under_k == sum(len(g) for g in groups.values() if len(g) < 3)
    assert found.fewest_values == min(len(set(g)) for g in groups.values())


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 50)), min_size=1))
def test_dominance_is_what_sorting_by_hand_finds(paid: list[tuple[int, int]]) -> None:
    cell = np.array([one for one, _ in paid])
    amounts = np.array([amount for _, amount in paid], float)
    by_p = within_p_percent(amounts, cell, cells=4, p_percent=10)
    by_share = dominated(amounts, cell, cells=4, largest=2, share_percent=75)
    for one in range(4):
        mine = sorted((amount for at, amount in paid if at == one), reverse=True)
        assert by_p[one] == (10 * sum(mine[2:]) < sum(mine[:1]))
        assert by_share[one] == (100 * sum(mine[:2]) > 75 * sum(mine))
