"""Dominance: which sums say too much of their largest contributors."""

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DisclosureError
from hereabouts.model.policy import Dominance

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Cells = NDArray[np.integer]


def sensitive(amounts: Numbers, cell: Cells, *, cells: int, rule: Dominance) -> Flags:
    """Which cells are sensitive under a policy's rule.

    Args:
        amounts: what each contributor, such as a provider, adds to its cell; 0 or more. A
            contributor is there once in a cell.
        cell: the number of the cell that each is in, from 0.
        cells: how many cells there are.
        rule: p% or (n, k).

    Raises:
        DisclosureError: D126 if an amount is negative or missing, or the columns do not fit.
    """
    if rule.largest is not None and rule.share_percent is not None:
        return dominated(
            amounts, cell, cells=cells, largest=rule.largest, share_percent=rule.share_percent
        )
    return within_p_percent(amounts, cell, cells=cells, p_percent=rule.p_percent or 0.0)


def within_p_percent(amounts: Numbers, cell: Cells, *, cells: int, p_percent: float) -> Flags:
    """Cells whose second largest contributor could tell the largest to within `p_percent` of it.

    It takes its own amount from the sum, and what is left of the others is all that it does not
    know: sensitive where that is less than `p_percent` of the largest. A cell of one or two
    contributors always is; an empty one, or one of nothing but zeros, never.

    Raises:
        DisclosureError: D126 as for `sensitive`.

    Source:
        Hundepool and others, Statistical disclosure control (2012), 4.2.2, the p% rule.
    """
    _require_amounts(amounts, cell, cells)
    first, second = (_largest(amounts, cell, cells, most) for most in (1, 2))
    rest = _total(amounts, cell, cells) - second
    flagged: Flags = rest < p_percent / 100 * first
    return flagged


def dominated(
    amounts: Numbers, cell: Cells, *, cells: int, largest: int, share_percent: float
) -> Flags:
    """Cells of which the `largest` contributors make up more than `share_percent`.

    Raises:
        DisclosureError: D126 as for `sensitive`.

    Source:
        Hundepool and others, Statistical disclosure control (2012), 4.2.2, the (n, k) rule.
    """
    _require_amounts(amounts, cell, cells)
    top = _largest(amounts, cell, cells, largest)
    flagged: Flags = top > share_percent / 100 * _total(amounts, cell, cells)
    return flagged


def _total(amounts: Numbers, cell: Cells, cells: int) -> Numbers:
    total: Numbers = np.bincount(cell, weights=amounts, minlength=cells).astype(np.float64)
    return total


def _largest(amounts: Numbers, cell: Cells, cells: int, most: int) -> Numbers:
    """The sum of the `most` largest amounts of each cell."""
    order = np.lexsort((-amounts, cell))
    ordered = cell[order]
    place = np.arange(len(ordered)) - np.searchsorted(ordered, ordered)
    top = order[place < most]
    return _total(amounts[top], cell[top], cells)


def _require_amounts(amounts: Numbers, cell: Cells, cells: int) -> None:
    fits = amounts.shape == cell.shape and bool(np.all((cell >= 0) & (cell < cells)))
    if not fits or not bool(np.all(amounts >= 0)):
        raise DisclosureError(
            "dominance is judged of amounts of 0 or more, each in a cell that there is",
            code="D126",
            do="leave out contributors without an amount, and judge income and costs separately",
        )
