"""An attack that takes earlier figures for true, as far as they agree with the newest ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from hereabouts.disclosure.attack.bounds import AttackFindings, attack
from hereabouts.disclosure.attack.propagation import propagated
from hereabouts.disclosure.linear_system import Flags, Numbers, System
from hereabouts.errors import DisclosureError
from hereabouts.release.period_unions import PeriodSums
from hereabouts.release.said_of_cells import SaidOfCells

#: How often an attack looks for figures that contradict others before it leaves them be.
CHECKS = 200
CONTRADICTS = "D401"


@dataclass(frozen=True, slots=True)
class Beyond:
    """What a reader knows of one kind of count beyond one release and its geographies."""

    said: SaidOfCells
    periods: PeriodSums | None = None  # of numerators: people are not added up over time


def attack_believing(
    system: System,
    beyond: Beyond,
    tells: Flags,
    *,
    width: int,
    sensitive_to: int,
    sensitive_from: int = 0,
) -> AttackFindings:
    """Attack `system` together with `beyond`.

    What contradicts the newest figures was revised since, and is not believed: newer statements
    are taken before older ones, and single figures before sums. A reader does not know which of
    two hidden counts was revised, so what is found may be wrong; it is found all the same.

    Args:
        system: of one release; of each cell, what that release says.
        beyond: for the same kind of count.
        tells: cells that have such a count.
        width: as `minimum_width` of the policy.
        sensitive_to: the largest count that the policy hides, and
        sensitive_from: the smallest.

    Raises:
        DisclosureError: D401 the release contradicts itself; D402 the solver stopped early.
    """
    for believed in _ever_less(system, beyond, tells):
        try:
            return attack(believed, width, sensitive_from=sensitive_from, sensitive_to=sensitive_to)
        except DisclosureError as error:
            if error.code != CONTRADICTS:
                raise
    return attack(system, width, sensitive_from=sensitive_from, sensitive_to=sensitive_to)


def _ever_less(system: System, beyond: Beyond, tells: Flags) -> Iterator[System]:
    lower, upper = (np.where(tells, end, np.nan) for end in (system.lower, system.upper))
    said = beyond.said.where_possible(lower, upper)
    over_time = _over_time(system, beyond, (lower, upper))
    if said.statements:
        yield said.added_to(over_time)
        yield _Chosen(over_time, said).agreeing()
    if over_time is not system:
        yield over_time


def _over_time(system: System, beyond: Beyond, ends: tuple[Numbers, Numbers]) -> System:
    if beyond.periods is None:
        return system
    possible = beyond.periods.where_possible(*ends)
    added = possible.added_to(system)
    return added if len(possible.child) and _agrees(added) else system


@dataclass(slots=True)
class _Chosen:
    """Statements taken one block after the other, as long as they agree with those before."""

    system: System
    said: SaidOfCells
    taken: Flags = field(init=False)
    checks: int = 0

    def __post_init__(self) -> None:
        self.taken = np.zeros(self.said.statements, np.bool_)

    def agreeing(self) -> System:
        self._take(0, self.said.statements)
        return self.said.only(self.taken).added_to(self.system)

    def _take(self, first: int, last: int) -> None:
        if first == last or self.checks >= CHECKS:
            return
        self.checks += 1
        self.taken[first:last] = True
        if _agrees(self.said.only(self.taken).added_to(self.system)):
            return
        self.taken[first:last] = False
        if last - first > 1:
            middle = (first + last) // 2
            self._take(first, middle)
            self._take(middle, last)


def _agrees(system: System) -> bool:
    """Whether no equation by itself contradicts what is known."""
    try:
        propagated(system)
    except DisclosureError as error:
        if error.code != CONTRADICTS:
            raise
        return False
    return True
