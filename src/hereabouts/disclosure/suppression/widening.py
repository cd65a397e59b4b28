"""Changes that a publication does not show, found one cell at a time."""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.linear_program import LinearProgram, Matrix
from hereabouts.disclosure.linear_system import Flags, Numbers, Whole

FREE = 1e-4  # what a change costs that nobody sees: little, but not nothing, so that few move
FARTHEST = 1e6  # how far up a count is ever moved


@dataclass(frozen=True, slots=True)
class Room:
    """How far each count could be lower, and higher, for all that a reader knows."""

    down: Numbers
    up: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrecy:
    """What is hidden at first, what a reader may know, and what hiding more costs."""

    hidden: Flags
    shown: Room  # of each cell while it is shown: none, or what rounding leaves
    unseen: Room  # of each cell once it is hidden
    cost: Numbers  # of hiding it; infinite where it must be shown

    def of(self, cells: Whole) -> "Secrecy":
        """The same of some cells."""
        return Secrecy(
            hidden=self.hidden[cells],
            shown=Room(self.shown.down[cells], self.shown.up[cells]),
            unseen=Room(self.unseen.down[cells], self.unseen.up[cells]),
            cost=self.cost[cells],
        )


class Widening:
    """Which cells are hidden so far, and how far each is known to be able to move.

    A change is a sum of moves, up or down, that leave all sums as they are. A cell has a move
    that nobody sees, where it is hidden or rounding leaves it room, and one that costs what
    hiding it does.
    """

    def __init__(self, matrix: Matrix, secrecy: Secrecy) -> None:
        self.hidden = secrecy.hidden.copy()
        self._secrecy = secrecy
        self._least = np.zeros(len(self.hidden))
        self._most = np.zeros(len(self.hidden))
        self._moves = moves = _moves(secrecy)
        nothing = np.zeros(matrix.rows)
        limits = np.concatenate([moves.up, moves.down])
        self._program = LinearProgram(
            matrix.of(moves.cell).beside_its_negative(),
            rows=(nothing, nothing),
            columns=(np.zeros(len(limits)), limits),
        )
        for move, price in enumerate(moves.price):
            self._charge(move, price)

    def allow(self, seconds: float) -> None:
        """Let all solutions together take this long."""
        self._program.allow(seconds)

    def is_wide(self, cell: int, width: float) -> bool:
        """Whether changes found so far move it by `width` from end to end."""
        return bool(self._most[cell] - self._least[cell] >= width)

    def widen(self, cell: int, width: float) -> bool:
        """Hide the cheapest cells that let this one move by `width`; False where none do.

        As far up as may be, and the rest down; where that cannot be, less far up.
        """
        highest = int(min(width, self._secrecy.unseen.up[cell]))
        lowest = int(max(width - self._secrecy.unseen.down[cell], 0))
        return any(
            self._move(cell, up) and self._move(cell, up - width)
            for up in range(highest, lowest - 1, -1)
        )

    def _move(self, cell: int, by: float) -> bool:
        if by == 0:
            return True
        found = self._found_with(cell, by)
        if found is None:
            return False
        up, down = found.reshape(2, len(self._moves.cell))
        change = np.bincount(self._moves.cell, weights=up - down, minlength=len(self.hidden))
        paid = (up + down > 0) & (self._moves.price > FREE) & ~self.hidden[self._moves.cell]
        for move in np.flatnonzero(paid):
            self._charge(int(move), FREE)
        self.hidden[self._moves.cell[paid]] = True
        np.minimum(self._least, change, out=self._least)
        np.maximum(self._most, change, out=self._most)
        return True

    def _found_with(self, cell: int, by: float) -> Numbers | None:
        """The cheapest moves that put this hidden cell `by` higher."""
        amounts = (max(by, 0), max(-by, 0))
        mine = np.flatnonzero(self._moves.cell == cell)
        last = mine[-1]  # a cell hidden on the way moves as one: by the move that was paid for
        for move in mine:
            now = amounts if move == last else (0, 0)
            self._bound(int(move), now, now)
        found = self._program.solve()
        for move in mine:
            self._bound(int(move), (0, 0), (self._moves.up[move], self._moves.down[move]))
        return found

    def _charge(self, move: int, price: float) -> None:
        self._program.cost(move, price)
        self._program.cost(len(self._moves.cell) + move, price)

    def _bound(self, move: int, least: tuple[float, float], most: tuple[float, float]) -> None:
        self._program.bound(move, least[0], most[0])
        self._program.bound(len(self._moves.cell) + move, least[1], most[1])


@dataclass(frozen=True, slots=True)
class _Moves:
    cell: Whole
    up: Numbers
    down: Numbers
    price: Numbers


def _moves(secrecy: Secrecy) -> _Moves:
    """First those nobody sees, then those that hide a cell, which go on from where they end."""
    unseen, shown, hidden = secrecy.unseen, secrecy.shown, secrecy.hidden
    free_up = np.where(hidden, unseen.up, shown.up)
    free_down = np.where(hidden, unseen.down, shown.down)
    free = np.flatnonzero(hidden | (free_up > 0) | (free_down > 0))
    paid = np.flatnonzero(~hidden & np.isfinite(secrecy.cost))
    return _Moves(
        cell=np.concatenate([free, paid]),
        up=np.minimum(np.concatenate([free_up[free], (unseen.up - shown.up)[paid]]), FARTHEST),
        down=np.concatenate([free_down[free], (unseen.down - shown.down)[paid]]),
        price=np.concatenate([np.full(len(free), FREE), secrecy.cost[paid]]),
    )
