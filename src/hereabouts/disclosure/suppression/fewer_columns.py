"""A part of a system with far fewer columns, in which changes can be found all the same."""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.attack.alike import Alike, alike
from hereabouts.disclosure.linear_program import Matrix
from hereabouts.disclosure.linear_system import Flags, Numbers, Whole
from hereabouts.disclosure.suppression.widening import FARTHEST, Room, Secrecy

CHEAPEST = 3  # cells of a class that may be hidden, whatever room they have
TIMES = 10.0  # and as many more as give the class so many times the width to move by


@dataclass(frozen=True, slots=True)
class Fewer:
    """Cells that have a column of their own, and then a column for the rest of each class.

    What the rest of a class can move by without being seen is added up, for it is in the same
    sums: a change found among these columns is a change of the part.
    """

    single: Whole  # cells of the part: the first columns
    matrix: Matrix
    secrecy: Secrecy


def fewer(matrix: Matrix, secrecy: Secrecy, targets: Flags, width: float) -> Fewer:
    """The targets, the cheapest cells of each class that may be hidden, and the rest together.

    Args:
        matrix: of a part.
        secrecy: of its cells.
        targets: cells that are to be widened.
        width: by how much.
    """
    classes = alike(matrix)
    keep = targets | _cheapest(secrecy, classes, width)
    rest = Room(
        np.where(keep, 0.0, np.where(secrecy.hidden, secrecy.unseen.down, secrecy.shown.down)),
        np.where(keep, 0.0, np.where(secrecy.hidden, secrecy.unseen.up, secrecy.shown.up)),
    )
    together = Room(classes.together(rest.down), classes.together(rest.up))
    moving = np.flatnonzero((together.down > 0) | (together.up > 0))
    single = np.flatnonzero(keep)
    own = secrecy.of(single)
    return Fewer(
        single=single,
        matrix=matrix.of(np.concatenate([single, classes.one[moving]])),
        secrecy=Secrecy(
            hidden=np.concatenate([own.hidden, np.ones(len(moving), np.bool_)]),
            shown=_beside(own.shown, np.zeros(len(moving)), np.zeros(len(moving))),
            unseen=_beside(own.unseen, together.down[moving], together.up[moving]),
            cost=np.concatenate([own.cost, np.full(len(moving), np.inf)]),
        ),
    )


def _cheapest(secrecy: Secrecy, classes: Alike, width: float) -> Flags:
    """Cells of each class that may be hidden, the cheapest first, until they have room enough."""
    may = np.flatnonzero(~secrecy.hidden & np.isfinite(secrecy.cost))
    order = may[np.lexsort((secrecy.cost[may], classes.of[may]))]
    starts = np.flatnonzero(np.diff(classes.of[order], prepend=-1))
    lengths = np.diff(np.append(starts, len(order)))
    rank = np.arange(len(order)) - np.repeat(starts, lengths)
    wanted = rank < CHEAPEST
    for room in (secrecy.unseen.down, secrecy.unseen.up):
        own = np.minimum(room[order], FARTHEST)
        before = np.cumsum(own) - own
        before -= np.repeat(before[starts], lengths)
        wanted |= (own > 0) & (before < TIMES * width)
    found: Flags = np.zeros(len(secrecy.hidden), np.bool_)
    found[order[wanted]] = True
    return found


def _beside(room: Room, down: Numbers, up: Numbers) -> Room:
    return Room(np.concatenate([room.down, down]), np.concatenate([room.up, up]))
