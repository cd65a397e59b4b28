"""What earlier releases and sums over time add to the gate never excludes the truth."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.disclosure.linear_system import Sums, system_of_sums
from hereabouts.disclosure.suppression.required import require_true
from hereabouts.release.gate.earlier import Ledger, Told
from hereabouts.release.period_unions import PeriodSums, end_to_end
from hereabouts.release.said_of_cells import SaidOfCells

COUNTS = st.lists(st.integers(0, 40), min_size=3, max_size=8)
SAID = st.tuples(st.integers(0, 7), st.integers(0, 45), st.integers(0, 6))


def whole(numbers: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(numbers, np.int64)


def said_of(cells: int, own: list[tuple[int, int, int]], sums: list[list[int]]) -> SaidOfCells:
    """Statements of cells that may be wrong, and of sums that came to 20 to 60."""
    pairs = [(n, cell % cells) for n, parts in enumerate(sums) for cell in set(parts)]
    return SaidOfCells(
        whole([cell % cells for cell, _, _ in own]),
        np.array([least for _, least, _ in own], float),
        np.array([least + width for _, least, width in own], float),
        whole([parent for parent, _ in pairs]),
        whole([child for _, child in pairs]),
        np.full(len(sums), 20.0),
        np.full(len(sums), 60.0),
    )


@given(COUNTS, st.lists(SAID, max_size=8), st.lists(st.lists(st.integers(0, 7), min_size=1)))
def test_what_the_gate_takes_for_known_is_true(
    counts: list[int], own: list[tuple[int, int, int]], sums: list[list[int]]
) -> None:
    """Parts and their total, and a period that may be the sum of two others."""
    exact = np.array([*counts, sum(counts)], float)
    size, total = len(exact), len(exact) - 1
    system = system_of_sums(size, [Sums(np.full(total, total), np.arange(total))])
    periods = PeriodSums(whole([0, 0]), whole([2, 2]), whole([0, 1]))
    ledger = Ledger({"numerator": said_of(size, own, sums)}, periods)
    told = ledger.tell("numerator", Told(system, exact, np.ones(size)), exact, width=3)
    require_true(told.system, told.counts, (told.system.hidden, told.cost), 3)
    assert len(told.system.slack) >= 1 + (counts[0] + counts[1] == counts[2])


@given(COUNTS, st.lists(SAID, max_size=8))
def test_what_an_attack_believes_leaves_something_to_be(
    counts: list[int], own: list[tuple[int, int, int]]
) -> None:
    """However often it was told otherwise."""
    lower = np.array(counts, float)
    believed = said_of(len(counts), own, []).where_possible(lower, lower + 9)
    least, most = lower.copy(), lower + 9
    np.maximum.at(least, believed.cell, believed.least)
    np.minimum.at(most, believed.cell, believed.most)
    assert bool(np.all(least <= most))


DAYS = st.lists(st.integers(1, 40), min_size=2, max_size=6)


@given(DAYS, st.integers(0, 5))
def test_periods_that_follow_each_other_are_all_of_the_whole(
    lengths: list[int], missing: int
) -> None:
    start = date(2025, 1, 1)
    ends = [start + timedelta(sum(lengths[: n + 1])) for n in range(len(lengths))]
    parts = list(zip([start, *ends], ends, strict=False))
    span = (start, ends[-1])
    assert end_to_end(span, [span, *reversed(parts)]) == tuple(parts)
    if missing < len(parts):
        assert end_to_end(span, [p for n, p in enumerate(parts) if n != missing]) == ()
