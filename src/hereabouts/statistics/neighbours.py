"""Which areas are next to which, as two short arrays, and sums over an area's neighbours."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import Numbers

Places = NDArray[np.int64]


class Neighbours(NamedTuple):
    """Compressed rows: those of area `i` are `indices[starts[i]:starts[i + 1]]`."""

    starts: Places  # one more than there are areas
    indices: Places  # 0-based places of areas; none its own neighbour

    @property
    def areas(self) -> int:
        """How many areas there are.

        Source:
            Compressed sparse rows.
        """
        return len(self.starts) - 1

    @property
    def owners(self) -> Places:
        """The area that each of `indices` is a neighbour of.

        Source:
            Compressed sparse rows.
        """
        return np.repeat(np.arange(self.areas), np.diff(self.starts))


class NeighbourSums(NamedTuple):
    """Sums over the neighbours that have a value, the area itself left out."""

    total: Numbers
    known: Numbers  # how many: 0 for an island: it has none, or none with a value


def neighbours_of_pairs(first: Places, second: Places, *, areas: int) -> Neighbours:
    """Neighbours from pairs of places, each pair said both ways round.

    Args:
        first: 0-based places of areas, in any order.
        second: the neighbour of each.
        areas: how many areas there are.

    Raises:
        DataError: Q771 if a place is not one of the areas, or an area is its own neighbour.

    Source:
        Compressed sparse rows: one array of places, and where each row starts in it.
    """
    order = np.lexsort((second, first))
    counts = np.bincount(first, minlength=areas) if len(first) and first.min() >= 0 else first[:0]
    starts = np.concatenate([[0], np.cumsum(counts)]) if len(first) else np.zeros(areas + 1)
    found = Neighbours(starts.astype(np.int64), second[order].astype(np.int64))
    require_neighbours(found, areas=areas)
    return found


def require_neighbours(neighbours: Neighbours, *, areas: int) -> None:
    """See that neighbours are those of so many areas.

    Raises:
        DataError: Q771 if they are of another number of areas, name a place that is none of
            them, or make an area its own neighbour.

    Source:
        An area is next to others of the same list, and counted apart from them.
    """
    starts, indices = neighbours
    runs = len(starts) == areas + 1 and starts[0] == 0 and starts[-1] == len(indices)
    if not runs or bool((np.diff(starts) < 0).any() or ((indices < 0) | (indices >= areas)).any()):
        raise DataError(
            f"the list of neighbours does not fit {areas} areas",
            code="Q771",
            do="make neighbours and values from one list of areas, in one order",
        )
    if bool((indices == neighbours.owners).any()):
        raise DataError(
            "an area is listed as its own neighbour",
            code="Q771",
            do="leave it out: what counts the area itself does so by itself",
        )


def sum_of_neighbours(values: Numbers, neighbours: Neighbours) -> NeighbourSums:
    """The total of each area's neighbours, and how many of them have a value.

    Args:
        values: one per area; NaN where missing, which is left out of every sum.
        neighbours: of the same areas, in the same order.

    Shape:
        One total and count per area, whether or not it has a value itself.

    Raises:
        DataError: Q742 if a number is infinite; Q771 as `require_neighbours`.

    Source:
        Binary weights: a neighbour counts once, however long the border.
    """
    (values,) = aligned(values)
    require_neighbours(neighbours, areas=len(values))
    known = ~np.isnan(values)
    owners, places = neighbours.owners, neighbours.indices
    total = np.bincount(owners, np.where(known, values, 0.0)[places], minlength=len(values))
    count = np.bincount(owners, known[places], minlength=len(values))
    return NeighbourSums(total.astype(np.float64), count.astype(np.float64))
