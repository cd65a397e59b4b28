import numpy as np

from hereabouts.disclosure.components import independent_parts
from tests.unit.disclosure.bundles import bundle


def test_where_a_total_is_known_its_parts_are_on_their_own() -> None:
    system, counts = bundle([1, 2, 3, 4], [0, 0, 1, 1], [0, 0, 0, 0])
    open_cells = np.array([True, True, True, True, False, False, False])
    parts = independent_parts(system, movable=open_cells, settled=np.array([0, 0, 0, 0, 3, 7, 10]))
    # The grand total still ties all four blocks together.
    assert [part.cells.tolist() for part in parts] == [[0, 1, 2, 3]]
    system, counts = bundle([1, 2, 3, 4], [0, 0, 1, 1])
    parts = independent_parts(system, movable=open_cells[:6], settled=counts)
    assert [part.cells.tolist() for part in parts] == [[0, 1], [2, 3]]
    assert [part.row_lower.tolist() for part in parts] == [[3], [7]]


def test_a_long_chain_is_one_part() -> None:
    labels = np.repeat(np.arange(50), 2)
    shifted = np.append(labels[1:], 49)
    system, _ = bundle([1] * 100, labels.tolist(), shifted.tolist())
    blocks = np.arange(system.cells) < 100
    parts = independent_parts(system, movable=blocks, settled=np.ones(system.cells))
    assert len(parts) == 1
    assert parts[0].cells.tolist() == list(range(100))


def test_a_cell_in_no_sum_is_a_part_of_its_own() -> None:
    system, counts = bundle([1, 2])
    parts = independent_parts(system, movable=np.array([True, True]), settled=counts)
    assert [part.cells.tolist() for part in parts] == [[0], [1]]
    assert [part.matrix.rows for part in parts] == [0, 0]


def test_a_hierarchy_is_a_forest_and_an_overlap_is_not() -> None:
    everything = np.ones(7, dtype=np.bool_)
    tree, _ = bundle([1, 2, 3, 4], [0, 0, 1, 1])
    crossed, _ = bundle([1, 2, 3, 4], [0, 0, 1, 1], [0, 1, 0, 1])
    parts = independent_parts(tree, movable=everything[:6], settled=np.zeros(6))
    assert [part.is_forest for part in parts] == [True, True]
    crossed_parts = independent_parts(
        crossed, movable=np.ones(8, dtype=np.bool_), settled=np.zeros(8)
    )
    assert [part.is_forest for part in crossed_parts] == [False]
