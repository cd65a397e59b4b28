import numpy as np
import pytest

from hereabouts.disclosure.attack.bounds import bounds
from hereabouts.disclosure.components import Part, independent_parts
from hereabouts.disclosure.suppression import in_parts, nearby
from hereabouts.disclosure.suppression.cost import usual_cost
from hereabouts.disclosure.suppression.fewer_columns import CHEAPEST, fewer
from hereabouts.disclosure.suppression.joint import suppress
from hereabouts.disclosure.suppression.widening import Room, Secrecy, Widening
from tests.unit.disclosure.bundles import bundle, shown_but, small


def one_area(counts: list[int], hidden: list[int]) -> tuple[Part, Secrecy]:
    """Blocks of one area, which is the last cell: all its blocks are in the same sum."""
    system, true = bundle(counts, [0] * len(counts))
    nothing = np.zeros(system.cells)
    secrecy = Secrecy(
        hidden=np.isin(np.arange(system.cells), hidden),
        shown=Room(nothing, nothing),
        unseen=Room(true, np.full(system.cells, np.inf)),
        cost=np.append(true[:-1] + 1, np.inf),
    )
    movable = np.ones(system.cells, np.bool_)
    (part,) = independent_parts(system, movable=movable, settled=true)
    return part, secrecy


def test_targets_and_the_cheapest_are_single_and_hidden_ones_move_together() -> None:
    part, secrecy = one_area([3, 2, 4, *range(50, 70)], hidden=[0, 1, 2])
    targets = np.arange(24) == 0
    found = fewer(part.matrix, secrecy, targets, 5)
    assert found.single.tolist() == [0, 3, 4, 5]
    assert found.matrix.columns == 1 + CHEAPEST + 1
    assert found.secrecy.hidden.tolist() == [True, False, False, False, True]
    assert found.secrecy.unseen.down[-1] == 2 + 4


def test_where_the_cheapest_have_no_room_the_next_are_there_too() -> None:
    """Five counts of 0 can make no room for 3 to grow; 60 and after it can."""
    part, secrecy = one_area([3, 0, 0, 0, 0, 0, 60, 70], hidden=[0])
    found = fewer(part.matrix, secrecy, np.arange(9) == 0, 5)
    assert found.single.tolist() == [0, 1, 2, 3, 6]


def test_what_moves_together_is_room_for_a_target() -> None:
    part, secrecy = one_area([3, 2, 4, 90], hidden=[0, 1, 2])
    less = fewer(part.matrix, secrecy, np.arange(5) == 0, 5)
    work = Widening(less.matrix, less.secrecy)
    assert work.widen(0, 9)
    assert np.flatnonzero(work.hidden).tolist() == [0, 2]  # nothing but what was hidden


def test_counts_are_as_safe_as_with_all_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that is large enough only because this test says so."""
    monkeypatch.setattr(in_parts, "FEW", 10)
    monkeypatch.setattr(nearby, "FEW", 10)
    drawn = np.random.default_rng(1)
    labels = [drawn.integers(0, size, 120).tolist() for size in (4, 6, 3)]
    labels = [np.unique(one, return_inverse=True)[1].tolist() for one in labels]
    system, counts = bundle(drawn.integers(0, 40, 120).tolist(), *labels)
    sensitive = small(counts, 7)
    found = suppress(system, counts, sensitive, 5, usual_cost(counts, total=~small(counts, 40)))
    lower, upper = bounds(shown_but(system, counts, found.hidden))
    assert np.all(upper - lower >= 5)
    assert found.hidden[sensitive].all()
