"""Mend what rounding leaves open: hide the cheapest cells that widen what is too narrow."""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.attack.bounds import attack
from hereabouts.disclosure.linear_system import Flags, Numbers, System, Whole
from hereabouts.disclosure.suppression.in_parts import widened
from hereabouts.disclosure.suppression.required import require_true
from hereabouts.disclosure.suppression.widening import Room, Secrecy


@dataclass(frozen=True, slots=True)
class Repaired:
    """Cells to hide besides those already hidden, and hidden cells that are still too narrow."""

    secondary: Flags
    failures: Whole  # numbers of cells; empty where all is well

    @property
    def is_safe(self) -> bool:
        """Whether no hidden cell is left that can be worked out too closely."""
        return len(self.failures) == 0


def repair(
    system: System,
    counts: Numbers,
    cost: Numbers,
    *,
    minimum_width: float,
    sensitive_from: float = 0,
    sensitive_to: float = np.inf,
) -> Repaired:
    """Further cells to hide, so that an attack finds no cell narrower than `minimum_width`.

    An attack says which cells are too narrow. For each, the cheapest change is sought under
    which every sum stays as it is and the cell moves far enough; shown counts may move inside
    what rounding leaves for nothing, and beyond it if they are hidden. Both tables agree with
    what is then published, so the width is certain.

    Args:
        system: equations, and what is published of each cell, hidden ones among them. Cells to
            be hidden besides may be 0 or any count, and a reader may know which they are.
        counts: the true counts, whole, inside their intervals.
        cost: of hiding each cell, above 0; infinite where it must be shown.
        minimum_width: as the attack is to find it.
        sensitive_from: the smallest count that the policy hides for its own sake, and
        sensitive_to: the largest, as for the attack.

    Raises:
        DisclosureError: D107 or D108 for counts, costs or a width that cannot be; D401 or D402
            as `attack` does.

    Source:
        As `hereabouts.disclosure.suppression.joint`, with intervals for single numbers.
    """
    require_true(system, counts, (system.hidden, cost), minimum_width)
    found = attack(system, minimum_width, sensitive_from=sensitive_from, sensitive_to=sensitive_to)
    narrow = np.zeros(system.cells, dtype=np.bool_)
    narrow[found.narrower_than_policy] = True
    left = Room(counts - system.lower, system.upper - counts)
    secrecy = Secrecy(
        hidden=system.hidden,
        shown=left,
        unseen=Room(
            np.where(system.hidden, left.down, counts), np.where(system.hidden, left.up, np.inf)
        ),
        cost=cost,
    )
    hidden, failed = widened(system, secrecy, narrow, minimum_width)
    return Repaired(hidden & ~system.hidden, failed)
