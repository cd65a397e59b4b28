"""What joint suppression cannot do without."""

import numpy as np

from hereabouts.disclosure.linear_program import NEAR
from hereabouts.disclosure.linear_system import Flags, Numbers, System, Whole
from hereabouts.errors import DisclosureError


def require_true(
    system: System, counts: Numbers, columns: tuple[Flags, Numbers], width: float
) -> None:
    """Counts are whole, as they are known to be, and add up; the rest fits them.

    Raises:
        DisclosureError: D107 or D108.
    """
    if {len(counts), *map(len, columns)} != {system.cells} or not bool(np.all(columns[1] > 0)):
        raise DisclosureError(
            "counts, sensitive cells and costs do not fit the cells of the tables",
            code="D107",
            do="give one of each per cell, and every cell a cost above 0",
        )
    if width < 1 or width != int(width):
        raise DisclosureError(
            f"a hidden count is to be uncertain by {width}",
            code="D108",
            do="ask for a whole number of counts, 1 or more",
        )
    if not _hold(system, counts):
        raise DisclosureError(
            "counts are not whole, are not as they are known to be, or do not add up to their "
            "totals",
            code="D107",
            do="count parts and totals from the same rows, and leave out none of the parts",
        )


def require_protectable(failed: Whole) -> None:
    """No hidden cell is left that can be worked out.

    Raises:
        DisclosureError: D109.
    """
    if len(failed):
        raise DisclosureError(
            f"{len(failed)} hidden counts can be worked out whatever else is hidden",
            code="D109",
            do="allow more cells to be hidden, such as totals; ask for a smaller width; or leave "
            "out a geography or breakdown",
        )


def _hold(system: System, counts: Numbers) -> bool:
    whole = bool(np.all(counts == np.rint(counts)))
    known = bool(np.all((counts >= system.lower) & (counts <= system.upper)))
    sums = np.bincount(
        system.row, weights=system.sign * counts[system.cell], minlength=len(system.slack)
    )
    return whole and known and bool(np.all(np.abs(sums) <= system.slack + NEAR))
