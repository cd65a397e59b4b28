"""The least and most that hidden cells of one part can be, by linear programs."""

import numpy as np

from hereabouts.disclosure.attack.propagation import contradiction
from hereabouts.disclosure.components import Part
from hereabouts.disclosure.linear_program import LinearProgram
from hereabouts.disclosure.linear_system import Numbers, Whole

FARTHEST = 1e8  # more people than any bundle counts; stands for infinity in the solver


class Search:
    """One part, and the least and most of each cell over the solutions seen so far.

    Every solution is a whole count for each cell that agrees with all that is published. A
    cell that two of them put far apart is known to be uncertain without a program of its own.
    """

    def __init__(self, part: Part, lower: Numbers, upper: Numbers, *, seconds: float) -> None:
        self._lower, self._upper = lower, np.minimum(upper, FARTHEST)
        self._least = np.full(len(lower), np.inf)
        self._most = np.full(len(lower), -np.inf)
        self._program = LinearProgram(
            part.matrix,
            rows=(part.row_lower, part.row_upper),
            columns=(self._lower, self._upper),
        )
        self._program.allow(seconds)

    def ends(self, cells: Whole, enough: float) -> tuple[Numbers, Numbers]:
        """The ends of what each of `cells` can be; short of them once they are `enough` apart.

        Raises:
            DisclosureError: D401 if no counts agree with what is published; D402 if the solver
                stopped early.
        """
        for cell in cells:
            if not self._apart(cell, enough) and self._least[cell] > self._lower[cell]:
                self._solve(cell, 1)
            if not self._apart(cell, enough) and self._most[cell] < self._upper[cell]:
                self._solve(cell, -1)
        most = np.where(self._most < FARTHEST, self._most, np.inf)
        return self._least[cells], most[cells]

    def _apart(self, cell: int, enough: float) -> bool:
        return bool(self._most[cell] - self._least[cell] >= enough)

    def _solve(self, cell: int, cost: float) -> None:
        self._program.cost(cell, cost)
        found = self._program.solve()
        self._program.cost(cell, 0)
        if found is None:
            raise contradiction()
        np.minimum(self._least, found, out=self._least)
        np.maximum(self._most, found, out=self._most)
