"""How closely a reader can work out each hidden cell from all that is published with it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count

import numpy as np

from hereabouts.disclosure.attack.propagation import propagated
from hereabouts.disclosure.attack.same import same_as_one
from hereabouts.disclosure.attack.search import Search
from hereabouts.disclosure.components import Part, independent_parts
from hereabouts.disclosure.linear_system import Flags, Numbers, System, Whole
from hereabouts.errors import DisclosureError

LONGEST = 600.0  # seconds that the solver may take for one independent part


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackFindings:
    """What an attack came to. Cells are numbers of cells of the system; no count is held."""

    cells_hidden: Whole
    recovered_exactly: Whole  # of those, the ones that can only be one count
    narrower_than_policy: Whole  # and the ones less uncertain than asked, exact ones among them

    @property
    def is_safe(self) -> bool:
        """Whether no hidden cell is less uncertain than the policy asks."""
        return len(self.narrower_than_policy) == 0


def bounds(system: System, *, seconds: float = LONGEST) -> tuple[Numbers, Numbers]:
    """The least and the most that each hidden cell can be, given everything published.

    Args:
        system: equations, and as intervals only what is published of each cell.
        seconds: that the solver may take for one independent part.

    Shape:
        Two numbers per hidden cell, in order. Both are counts that occur in some table of whole
        counts that agrees with all that is published; infinite where nothing limits a cell.

    Raises:
        DisclosureError: D401 if what is published contradicts itself; D402 if the solver
            stopped early.

    Source:
        Willenborg and de Waal, Elements of statistical disclosure control (2001): the
        disclosure auditing problem. Whole numbers where corners of the linear program are not.
    """
    return _ends(system, np.inf, seconds)


def attack(
    system: System,
    minimum_width: float,
    *,
    sensitive_from: float = 0,
    sensitive_to: float = np.inf,
    seconds: float = LONGEST,
) -> AttackFindings:
    """Which hidden cells a reader can work out more closely than `minimum_width`.

    Args:
        system: equations, and as intervals only what is published of each cell.
        minimum_width: the least distance, in whole counts, from the least to the most that a
            hidden cell can be.
        sensitive_from: the smallest count that the policy hides for its own sake: 1 where it
            shows that nobody was counted.
        sensitive_to: the largest. A cell that can only be less than the one or more than the
            other is told no more of than the policy would show, and is no finding.
        seconds: that the solver may take for one independent part.

    Raises:
        DisclosureError: D401 if what is published contradicts itself; D402 if the solver
            stopped early; D403 if `minimum_width` is below 1.
    """
    if not minimum_width >= 1:
        raise DisclosureError(
            f"an attack is to find cells less uncertain than {minimum_width}",
            code="D403",
            do="ask for a width of 1 or more: 1 finds what can be worked out exactly",
        )
    hidden = np.flatnonzero(system.hidden)
    lower, upper = _ends(system, minimum_width, seconds)
    telling = (lower <= sensitive_to) & (upper >= sensitive_from)
    return AttackFindings(
        cells_hidden=hidden,
        recovered_exactly=hidden[telling & (lower == upper)],
        narrower_than_policy=hidden[telling & (upper - lower < minimum_width)],
    )


def _ends(system: System, enough: float, seconds: float) -> tuple[Numbers, Numbers]:
    """The ends of hidden cells, in the order of the system."""
    merged = same_as_one(system)
    lower, upper = _all_ends(merged.system, enough, seconds)
    hidden = merged.of[system.hidden]
    return lower[hidden], upper[hidden]


def _all_ends(system: System, enough: float, seconds: float) -> tuple[Numbers, Numbers]:
    known, rested = propagated(system)
    lower, upper = known.lower.copy(), known.upper.copy()
    # What one equation at a time already gives away needs no program to be found out.
    wanted = system.hidden & (lower < upper) & ((upper - lower >= enough) | np.isinf(enough))

    def searched(part: Part) -> tuple[Whole, Numbers, Numbers]:
        return _searched(part, known, wanted, (enough, seconds))

    parts = _undecided(known, wanted, trusting_trees=rested)
    with ThreadPoolExecutor(cpu_count()) as pool:  # the solver works outside Python's lock
        for cells, least, most in pool.map(searched, parts):
            lower[cells], upper[cells] = least, most
    return lower, upper


def _undecided(known: System, wanted: Flags, *, trusting_trees: bool) -> list[Part]:
    if not bool(wanted.any()):
        return []
    tied = np.bincount(known.cell, minlength=known.cells) > 0  # of the others, intervals say all
    movable = (known.lower < known.upper) & tied
    parts = independent_parts(known, movable=movable, settled=known.lower)
    return [
        part
        for part in parts
        if bool(np.any(wanted[part.cells])) and not (trusting_trees and part.is_forest)
    ]


def _searched(
    part: Part, known: System, wanted: Flags, limits: tuple[float, float]
) -> tuple[Whole, Numbers, Numbers]:
    cells = np.flatnonzero(wanted[part.cells])
    search = Search(part, known.lower[part.cells], known.upper[part.cells], seconds=limits[1])
    least, most = search.ends(cells, limits[0])
    return part.cells[cells], least, most
