"""Changes that a publication does not show, found one cell at a time."""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.linear_program import LinearProgram, Matrix
from hereabouts.disclosure.linear_system import Flags, Numbers, Whole

FREE = 1e-4  # what a change costs that nobody sees: little, but not nothing, so that few move
REWARD = 0.5  # for a count by which a cell moves unseen: less than the cheapest that is seen
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

        First as far as nobody sees, up and down; what is missing then is paid for.
        """
        for direction in (1, -1):
            if not self.is_wide(cell, width):
                self._reach(cell, direction * width)
        return self.is_wide(cell, width) or self._pay(cell, width)

    def _pay(self, cell: int, width: float) -> bool:
        highest = int(min(width, self._secrecy.unseen.up[cell]))
        lowest = int(max(width - self._secrecy.unseen.down[cell], 0))
        spans = range(highest, lowest - 1, -1)  # each as far up as this, the rest down
        by_moves = sorted(
            spans, key=lambda up: self._is_new(cell, up) + self._is_new(cell, up - width)
        )
        return any(self._move(cell, up) and self._move(cell, up - width) for up in by_moves)

    def _is_new(self, cell: int, by: float) -> bool:
        return not self._least[cell] <= by <= self._most[cell]

    def _reach(self, cell: int, by: float) -> None:
        """Move a hidden cell up to `by`, as far as it goes without hiding more."""
        mine = np.flatnonzero(self._moves.cell == cell)
        for move in mine:
            up, down = self._moves.up[move], self._moves.down[move]
            self._charge(int(move), -REWARD)
            self._bound(int(move), (0, 0), (min(up, max(by, 0)), min(down, max(-by, 0))))
        found = self._program.solve()
        for move in mine:
            self._charge(int(move), FREE)
            self._release(int(move))
        if found is not None:
            self._learn(found)

    def _move(self, cell: int, by: float) -> bool:
        """Move a hidden cell by so much, and hide what that takes."""
        if not self._is_new(cell, by):
            return True
        amounts = (max(by, 0), max(-by, 0))
        mine = np.flatnonzero(self._moves.cell == cell)
        for move in mine:  # a cell that was hidden on the way moves by what was paid for
            now = amounts if move == mine[-1] else (0, 0)
            self._bound(int(move), now, now)
        found = self._program.solve()
        for move in mine:
            self._release(int(move))
        if found is not None:
            self._learn(found)
        return found is not None

    def _learn(self, found: Numbers) -> None:
        up, down = found.reshape(2, len(self._moves.cell))
        change = np.bincount(self._moves.cell, weights=up - down, minlength=len(self.hidden))
        paid = (up + down > 0) & (self._moves.price > FREE) & ~self.hidden[self._moves.cell]
        for move in np.flatnonzero(paid):
            self._charge(int(move), FREE)
        self.hidden[self._moves.cell[paid]] = True
        np.minimum(self._least, change, out=self._least)
        np.maximum(self._most, change, out=self._most)

    def _release(self, move: int) -> None:
        self._bound(move, (0, 0), (self._moves.up[move], self._moves.down[move]))

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
        up=np.minimum(np.concatenate([free_up[free], unseen.up[paid] - shown.up[paid]]), FARTHEST),
        down=np.concatenate([free_down[free], (unseen.down - shown.down)[paid]]),
        price=np.concatenate([np.full(len(free), FREE), _relative(secrecy.cost[paid])]),
    )


def _relative(cost: Numbers) -> Numbers:
    """As multiples of the cheapest."""
    relative: Numbers = cost / cost.min(initial=np.inf)
    return relative
