"""A table of noise for the cell-key method: for each count, how it may move and how likely."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DisclosureError
from hereabouts.model.noise import Noise

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
_NEAR = 1e-11  # of the mean, and of the variance
_LEAST = 1e-13
_STEPS = 200


@dataclass(frozen=True, slots=True)
class PTable:
    """Row c is for a count of c; the last one is for every count from there on.

    A row has a place for each move from `-at_most` to `at_most`; those it cannot make have
    probability 0.
    """

    at_most: int
    probability: Numbers  # (counts, 2 * at_most + 1)

    @property
    def moves(self) -> Whole:
        """The move at each place of a row."""
        return np.arange(-self.at_most, self.at_most + 1)

    def moved(self, counts: Whole, uniform: Numbers) -> Whole:
        """By how much each count moves, for a number from 0 to below 1 that picks the move."""
        row = np.minimum(counts, len(self.probability) - 1)
        moved = np.zeros(counts.shape, np.int64)
        for one in np.unique(row):
            mine = row == one
            possible = self.probability[one] > 0
            reached = np.cumsum(self.probability[one][possible])[:-1]
            place = np.searchsorted(reached, uniform[mine], side="right")
            moved[mine] = self.moves[possible][place]
        return moved


def p_table(noise: Noise) -> PTable:
    """The noise of most entropy, for each count, of all with mean 0 and the variance asked for.

    Raises:
        DisclosureError: D121 if a count has no such noise.

    Source:
        Giessing, Computational issues in the design of transition probabilities and disclosure
        risk estimation for additive noise (2016): p proportional to exp(a v + b v squared).
    """
    count = noise.impossible_at()
    if count is not None:
        raise DisclosureError(
            f"no noise moves a count of {count} by at most {noise.at_most} with variance "
            f"{noise.variance:g}, none on average, and never to a count that is not shown",
            code="D121",
            do="allow a larger move, or another variance",
        )
    rows = np.zeros((noise.first_free + 1, 2 * noise.at_most + 1))
    for count in range(len(rows)):
        moves = np.array(noise.moves(count))
        rows[count, moves + noise.at_most] = _most_entropy(moves, noise.variance)
    return PTable(noise.at_most, rows)


def _most_entropy(moves: Whole, variance: float) -> Numbers:
    """Newton's method on the dual: the log of the sum of exp(a v + b v squared), less b times V."""
    if len(moves) == 1:
        return np.ones(1)
    powers = np.stack([moves, moves**2]).astype(np.float64)
    wanted = np.array([0.0, variance])
    weights = np.zeros(2)
    for _ in range(_STEPS):
        p = _softmax(weights @ powers)
        gap = powers @ p - wanted
        if np.abs(gap).max() < _NEAR * max(1.0, variance):
            return p
        curve = (powers * p) @ powers.T - np.outer(powers @ p, powers @ p)
        step = np.linalg.solve(curve, gap)
        weights -= step * _damping(weights, step, powers, wanted)
    raise DisclosureError(
        f"noise of variance {variance:g} is so near to the least or most there can be that it "
        "cannot be worked out",
        code="D121",
        do="allow a larger move, or another variance",
    )


def _damping(weights: Numbers, step: Numbers, powers: Numbers, wanted: Numbers) -> float:
    """The largest halved step that does not go uphill."""

    def height(at: Numbers) -> float:
        exponent = at @ powers
        return float(exponent.max() + np.log(np.exp(exponent - exponent.max()).sum()) - at @ wanted)

    size, here = 1.0, height(weights)
    while size > _LEAST and height(weights - size * step) > here + _LEAST:
        size /= 2
    return size


def _softmax(exponent: Numbers) -> Numbers:
    weights: Numbers = np.exp(exponent - exponent.max())
    shares: Numbers = weights / weights.sum()
    return shares
