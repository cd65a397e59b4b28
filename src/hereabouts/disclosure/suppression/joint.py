"""Joint suppression: hide what must be hidden beside the sensitive cells, whatever overlaps."""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.linear_system import Flags, Numbers, System
from hereabouts.disclosure.suppression.in_parts import widened
from hereabouts.disclosure.suppression.required import require_protectable, require_true
from hereabouts.disclosure.suppression.widening import Room, Secrecy


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Which cells to hide: one flag each per cell."""

    primary: Flags  # sensitive by themselves
    secondary: Flags  # hidden so that the first cannot be worked out

    @property
    def hidden(self) -> Flags:
        """Both."""
        both: Flags = self.primary | self.secondary
        return both


def suppress(
    system: System, counts: Numbers, sensitive: Flags, width: float, cost: Numbers
) -> Suppressed:
    """Cells to hide so that a reader cannot tell any hidden one to within less than `width`.

    For each hidden cell in turn: the cheapest change y of hidden cells under which every sum
    stays as it is, the cell moves by `width`, and no count falls below what is known of it. All
    that moves is hidden. `counts` and `counts + y` then agree with all that is published, so
    the width is certain. Secondary cells are widened like sensitive ones: a reader who sees one
    symbol cannot tell them apart, and nor need an auditor.

    Args:
        system: equations; its intervals are what a reader knows even of a hidden cell, such as
            0 to infinity, or one number where an earlier release gave it.
        counts: the true counts, whole.
        sensitive: cells that the policy hides.
        width: the least distance, in whole counts, between the ends of what may be worked out.
        cost: of hiding each cell, above 0; infinite where it must be shown.

    Raises:
        DisclosureError: D107 or D108 for counts, flags, costs or a width that cannot be; D109
            if a cell cannot be protected; D402 if the solver stopped early.

    Source:
        Kelly, Golden and Assad, Cell suppression: disclosure protection for sensitive tabular
        data (1992); Cox, Network models for complementary cell suppression (1995).
    """
    require_true(system, counts, (sensitive, cost), width)
    nothing = np.zeros(system.cells)
    secrecy = Secrecy(
        hidden=sensitive,
        shown=Room(nothing, nothing),
        unseen=Room(counts - system.lower, system.upper - counts),
        cost=cost,
    )
    hidden, failed = widened(system, secrecy, sensitive, width)
    require_protectable(failed)
    return Suppressed(primary=sensitive, secondary=hidden & ~sensitive)
