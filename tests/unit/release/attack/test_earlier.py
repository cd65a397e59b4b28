"""Earlier figures are believed as far as the newest ones allow."""

import numpy as np

from hereabouts.disclosure.linear_system import Sums, System, system_of_sums
from hereabouts.release.attack.earlier import Beyond, attack_believing
from hereabouts.release.said_of_cells import SaidOfCells

NONE = np.empty(0, np.int64)
TOTAL = 4


def one_total(shown: dict[int, int]) -> System:
    """Four parts and their total; those that are not shown are hidden."""
    system = system_of_sums(5, [Sums(np.full(4, TOTAL), np.arange(4))])
    lower, upper = np.zeros(5), np.full(5, np.inf)
    for cell, count in shown.items():
        lower[cell] = upper[cell] = count
    return system.knowing(lower, upper, hidden=np.isinf(upper))


def exactly(said: dict[int, int], sums: tuple[tuple[tuple[int, ...], int], ...] = ()) -> Beyond:
    pairs = [(n, cell) for n, (cells, _) in enumerate(sums) for cell in cells]
    counts = np.array(list(said.values()), float)
    totals = np.array([count for _, count in sums], float)
    parent, child = np.array(pairs, np.int64).reshape(-1, 2).T
    cell = np.array(list(said), np.int64)
    return Beyond(SaidOfCells(cell, counts, counts, parent, child, totals, totals))


def narrow(system: System, beyond: Beyond) -> list[int]:
    tells = np.ones(system.cells, np.bool_)
    found = attack_believing(system, beyond, tells, width=3, sensitive_to=7)
    return [int(cell) for cell in found.narrower_than_policy]


def test_an_earlier_figure_of_a_neighbour_gives_the_other_away() -> None:
    system = one_total({2: 40, 3: 50, TOTAL: 113})
    assert narrow(system, exactly({})) == []
    assert narrow(system, exactly({1: 20})) == [0]


def test_an_earlier_area_of_two_gives_what_it_left_out_away() -> None:
    system = one_total({3: 50, TOTAL: 113})
    assert narrow(system, exactly({}, (((1, 2), 60),))) == [0]


def test_what_contradicts_the_newest_figures_is_not_believed() -> None:
    """Both were revised: 40 and 90 no more fit below the total."""
    system = one_total({2: 40, 3: 50, TOTAL: 113})
    assert narrow(system, exactly({0: 40, 1: 90})) == []


def test_the_rest_is_believed_all_the_same() -> None:
    """A figure that cannot be true does not hide another that can."""
    first = one_total({2: 40, 3: 50, TOTAL: 113})
    both = exactly({1: 20}, (((0, 2), 70),))  # the sum would leave no room for the total
    assert narrow(first, both) == [0]


def test_a_figure_that_was_shown_again_otherwise_says_nothing() -> None:
    system = one_total({2: 40, 3: 50, TOTAL: 113})
    assert narrow(system, exactly({2: 41})) == []
