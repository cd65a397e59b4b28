"""What follows from one equation at a time: intervals narrow until none does any more."""

from dataclasses import replace

import numpy as np

from hereabouts.disclosure.linear_program import NEAR
from hereabouts.disclosure.linear_system import Numbers, System
from hereabouts.errors import DisclosureError

ROUNDS = 200  # where equations overlap, intervals may creep; linear programs do the rest


def propagated(system: System) -> tuple[System, bool]:
    """The system with the intervals that follow, and whether they came to rest.

    Where no two ways lead from one cell to another (a tree of areas), they are then exact, in
    whole counts: each count in an interval agrees with everything published.

    Raises:
        DisclosureError: D401 if no counts agree with what is published.
    """
    for _ in range(ROUNDS):
        lower, upper = _narrowed(system)
        if bool(np.any(lower > upper)):
            raise contradiction()
        if np.array_equal(lower, system.lower) and np.array_equal(upper, system.upper):
            return system, True
        system = replace(system, lower=lower, upper=upper)
    return system, False


def contradiction() -> DisclosureError:
    """The error where no counts agree with what is published."""
    return DisclosureError(
        "what is published contradicts itself: no counts agree with every cell and sum",
        code="D401",
        do="see whether parts and totals are of the same people; where totals were perturbed "
        "on their own, say by how much at most (slack)",
    )


def _narrowed(system: System) -> tuple[Numbers, Numbers]:
    """One round: each entry may be what the rest of its row leaves for it, in whole counts."""
    positive = system.sign > 0
    low, high = system.lower[system.cell], system.upper[system.cell]
    least = np.where(positive, low, -high)
    most = np.where(positive, high, -low)
    top = system.slack[system.row] - _rest(system, least, -np.inf)
    bottom = -system.slack[system.row] - _rest(system, most, np.inf)
    from_below = np.ceil(np.where(positive, bottom, -top) - NEAR)
    from_above = np.floor(np.where(positive, top, -bottom) + NEAR)
    lower, upper = np.ceil(system.lower - NEAR), np.floor(system.upper + NEAR)
    np.maximum.at(lower, system.cell, from_below)
    np.minimum.at(upper, system.cell, from_above)
    return lower, upper


def _rest(system: System, ends: Numbers, boundless: float) -> Numbers:
    """For each entry, the sum of the other entries of its row; `boundless` where one of them is."""
    open_ended = np.isinf(ends)
    finite = np.where(open_ended, 0, ends)
    total, many = (
        np.bincount(system.row, weights=weights, minlength=len(system.slack))[system.row] - weights
        for weights in (finite, open_ended.astype(np.float64))
    )
    rest: Numbers = np.where(many > 0, boundless, total)
    return rest
