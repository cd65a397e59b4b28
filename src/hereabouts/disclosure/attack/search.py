"""The least and most that hidden cells of one part can be, by linear programs."""

import numpy as np

from hereabouts.disclosure.attack.alike import alike
from hereabouts.disclosure.attack.propagation import contradiction
from hereabouts.disclosure.components import Part
from hereabouts.disclosure.linear_program import LinearProgram
from hereabouts.disclosure.linear_system import Numbers, Whole

FARTHEST = 1e8  # more people than any bundle counts; stands for infinity in the solver


class Search:
    """One part, and the least and most of each cell over the solutions seen so far.

    Every solution is a whole count for each class of cells that are alike, and agrees with all
    that is published. What two of them say of a class, and the intervals of its cells, says how
    far apart each cell can be: most need no program of their own.
    """

    def __init__(self, part: Part, lower: Numbers, upper: Numbers, *, seconds: float) -> None:
        self._lower, self._upper = lower, upper
        self._classes = classes = alike(part.matrix)
        self._floor = classes.together(lower)
        self._ceiling = np.minimum(classes.together(upper), FARTHEST)
        self._others_least = classes.the_others(lower)
        self._others_most = classes.the_others(upper)
        self._least = np.full(len(classes.one), np.inf)
        self._most = np.full(len(classes.one), -np.inf)
        self._program = LinearProgram(
            part.matrix.of(classes.one),
            rows=(part.row_lower, part.row_upper),
            columns=(self._floor, self._ceiling),
        )
        self._program.allow(seconds)

    def ends(self, cells: Whole, enough: float) -> tuple[Numbers, Numbers]:
        """The ends of what each of `cells` can be; short of them once they are `enough` apart.

        Raises:
            DisclosureError: D401 if no counts agree with what is published; D402 if the solver
                stopped early.
        """
        order = np.argsort(self._classes.of[cells], kind="stable")
        starts = np.flatnonzero(np.diff(self._classes.of[cells][order], prepend=-1))
        for members in np.split(cells[order], starts[1:]) if len(cells) else ():
            number = int(self._classes.of[members[0]])
            if not self._apart(members, enough) and self._least[number] > self._floor[number]:
                self._solve(number, 1)
            if not self._apart(members, enough) and self._most[number] < self._ceiling[number]:
                self._solve(number, -1)
        least, most = self._reached(cells)
        return least, np.where(most < FARTHEST, most, np.inf)

    def _reached(self, cells: Whole) -> tuple[Numbers, Numbers]:
        """How low and how high each cell is known to go, the others of its class making room."""
        of = self._classes.of[cells]
        others = self._others_most[cells]
        left = np.where(np.isinf(others), -np.inf, self._least[of] - np.minimum(others, FARTHEST))
        least = np.maximum(self._lower[cells], left)
        most = np.minimum(self._upper[cells], self._most[of] - self._others_least[cells])
        return least, most

    def _apart(self, cells: Whole, enough: float) -> bool:
        least, most = self._reached(cells)
        return bool(np.all(most - least >= enough))

    def _solve(self, number: int, cost: float) -> None:
        self._program.cost(number, cost)
        found = self._program.solve()
        self._program.cost(number, 0)
        if found is None:
            raise contradiction()
        np.minimum(self._least, found, out=self._least)
        np.maximum(self._most, found, out=self._most)
