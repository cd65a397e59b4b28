"""Areas on a grid, each next to the eight around it, and counts that esda was run on."""

import numpy as np

from hereabouts.statistics.neighbours import Neighbours, Places, neighbours_of_pairs

# A 5 by 5 grid, row by row. What esda 2.9.0 with libpysal made of it is in the tests that use it.
EVENTS = np.array(
    [3, 7, 2, 9, 4, 6, 14, 12, 5, 1, 8, 15, 17, 6, 2, 5, 4, 9, 3, 0, 2, 6, 1, 4, 3], dtype=float
)
PEOPLE = np.append(
    [120, 230, 90, 310, 150, 205, 260, 240, 180, 75, 300, 270, 280.0],
    [210, 95, 190, 160, 330, 140, 60, 110, 200, 80, 170, 130.0],
)


def grid(rows: int, columns: int) -> Neighbours:
    place = np.arange(rows * columns).reshape(rows, columns)
    pairs = [
        (place[y0 : rows - y1, x0 : columns - x1], place[y1 : rows - y0, x1 : columns - x0])
        for y0, y1, x0, x1 in [(0, 0, 0, 1), (0, 1, 0, 0), (0, 1, 0, 1), (0, 1, 1, 0)]
    ]
    first = np.concatenate([one.ravel() for one, _ in pairs])
    second = np.concatenate([other.ravel() for _, other in pairs])
    return neighbours_of_pairs(
        np.concatenate([first, second]), np.concatenate([second, first]), areas=rows * columns
    )


def shuffled(neighbours: Neighbours, order: Places) -> Neighbours:
    """The same areas in another order: what was at `order[i]` is at `i`."""
    now = np.argsort(order)
    return neighbours_of_pairs(
        now[neighbours.owners], now[neighbours.indices], areas=neighbours.areas
    )
