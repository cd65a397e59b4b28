"""Rows to hide beside those a policy hides, so that no sum gives a hidden count away."""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.attack.published import said_exactly, said_rounded
from hereabouts.disclosure.linear_system import Flags, Numbers, System
from hereabouts.disclosure.suppression.cost import usual_cost
from hereabouts.disclosure.suppression.repair import repair
from hereabouts.disclosure.treatment import Treatment
from hereabouts.indicators.area_sql import Areas
from hereabouts.model.indicator import Indicator, Method
from hereabouts.model.policy import DisclosurePolicy, Scheme
from hereabouts.release.gate.balance import balances
from hereabouts.release.gate.earlier import Ledger, Told
from hereabouts.release.gate.rows import Rows

ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Member:
    """One indicator of a family, as it is to be protected."""

    indicator: Indicator
    treatment: Treatment
    published: frozenset[str]  # the levels that are shown

    def publishes(self, rows: Rows) -> Flags:
        """Which rows are of a level that it is published for."""
        shown = np.array([level in self.published for level in rows.levels], np.bool_)
        found: Flags = shown[rows.level]
        return found


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of count, (rows,)."""

    counts: Numbers
    breakdowns: bool = False  # whether categories of one indicator add up to another's
    is_rest: bool = False  # what is left of the denominator: never shown itself

    @property
    def name(self) -> str:
        """As earlier releases' figures are kept by."""
        return "numerator" if self.breakdowns else "rest" if self.is_rest else "denominator"


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows of a family: which are hidden at last, and which cannot be made safe."""

    hidden: Flags
    failed: Flags


def hidden_together(
    rows: Rows, primary: Flags, family: tuple[Member, ...], areas: Areas, ledger: Ledger
) -> Hidden:
    """Add to `primary` what must be hidden with it.

    Numerators, what is left of denominators, and denominators are each seen to in turn, until
    hiding for one leaves the others safe: a row is hidden whole.

    Args:
        rows: exact, of the family.
        primary: rows that their policies hide by themselves.
        family: what the rows are of.
        areas: of the place.
        ledger: of what is known beyond this release.
    """
    hidden, failed = primary.copy(), np.zeros(len(primary), np.bool_)
    for _ in range(ROUNDS):
        before = hidden.copy()
        for kind in _kinds(rows, family):
            found = _mended(rows, kind, hidden, family, areas, ledger)
            hidden |= found.hidden
            failed = failed | found.failed
        if bool(np.array_equal(before, hidden)):
            break
    return Hidden(hidden, failed)


def _kinds(rows: Rows, family: tuple[Member, ...]) -> list[_Kind]:
    """Numerators, complements and denominators; NaN where a method has none that tells."""
    of_means = _of_methods(rows, family, (Method.MEAN,))
    found = [_Kind(np.where(of_means, np.nan, rows.numerator), breakdowns=True)]
    shares = _of_methods(rows, family, (Method.PROPORTION,))
    if bool(shares.any()):
        left = np.where(shares, rows.denominator - rows.numerator, np.nan)
        found.append(_Kind(left, is_rest=True))
    if not bool(np.isnan(rows.denominator).all()):
        found.append(_Kind(rows.denominator))
    return found


def _of_methods(rows: Rows, family: tuple[Member, ...], methods: tuple[Method, ...]) -> Flags:
    numbers = [n for n, member in enumerate(family) if member.indicator.method in methods]
    found: Flags = np.isin(rows.indicator, numbers)
    return found


def _mended(
    rows: Rows,
    kind: _Kind,
    hidden: Flags,
    family: tuple[Member, ...],
    areas: Areas,
    ledger: Ledger,
) -> Hidden:
    """Further rows to hide for the sake of one kind of count."""
    counts = kind.counts
    nothing = np.zeros(len(hidden), np.bool_)
    policies = [m.treatment.policy for m in family if m.treatment.protects]
    # A policy that shows zeros does not mind that one it hides is found out.
    sensitive_from = 0 if any(policy.hide_zero for policy in policies) else 1
    sensitive_to = max(policy.suppress_to for policy in policies)
    if not bool(np.any((counts >= sensitive_from) & (counts <= sensitive_to))):
        return Hidden(nothing, nothing)
    known = np.where(np.isnan(counts), 0.0, counts)
    indicators = tuple(member.indicator for member in family)
    system = balances(rows, counts, indicators, areas, breakdowns=kind.breakdowns)
    system = _as_published(system, rows, kind, hidden, family)
    total = np.array([level not in {i.area_type for i in indicators} for level in rows.levels])
    cost = usual_cost(known, total=total[rows.level])
    cost[np.isnan(counts)] = np.inf
    width = max(policy.minimum_width for policy in policies)
    told = ledger.tell(kind.name, Told(system, known, cost), counts, width=width)
    mended = repair(
        told.system,
        told.counts,
        told.cost,
        minimum_width=width,
        sensitive_from=sensitive_from,
        sensitive_to=sensitive_to,
    )
    failed = nothing.copy()
    failed[mended.failures] = True
    return Hidden(mended.secondary[: len(nothing)], failed)


def _as_published(
    system: System, rows: Rows, kind: _Kind, hidden: Flags, family: tuple[Member, ...]
) -> System:
    """What a reader is told of each count, who may know which are hidden for their own sake."""
    counts = kind.counts
    lower, upper = np.zeros(len(counts)), np.full(len(counts), np.inf)
    unseen = hidden.copy()
    for number, member in enumerate(family):
        mine = rows.of(number)
        lower[mine], upper[mine] = _told(rows, kind, mine, hidden[mine], member.treatment)
        # Rows worked with and not published: a reader knows nothing of them but that they count.
        work = mine & ~member.publishes(rows) & (counts != 0)
        lower[work], upper[work], unseen[work] = 0, np.inf, True
    missing = np.isnan(counts)
    lower[missing], upper[missing], unseen[missing] = 0, 0, False
    return system.knowing(lower, upper, hidden=unseen)


def _told(
    rows: Rows, kind: _Kind, mine: Flags, hidden: Flags, treatment: Treatment
) -> tuple[Numbers, Numbers]:
    policy = treatment.policy
    counts = kind.counts[mine]
    if not treatment.protects or policy.scheme is not Scheme.SUPPRESS_AND_ROUND:
        return said_exactly(np.where(hidden, np.nan, counts))
    if not kind.is_rest:
        return _rounded(counts, hidden, policy)
    top = _rounded(rows.numerator[mine], hidden, policy)
    bottom = _rounded(rows.denominator[mine], hidden, policy)
    least, most = np.maximum(bottom[0] - top[1], 0.0), bottom[1] - top[0]
    few = (least > 0) & (least <= policy.suppress_to)
    small = hidden & (counts >= policy.suppress_from) & (counts <= policy.suppress_to)
    lower = np.where(few, policy.suppress_to + 1.0, least)
    upper = np.where(most <= policy.suppress_to, 0.0, most)
    return (
        np.where(hidden, np.where(small, policy.suppress_from, 0.0), np.minimum(lower, counts)),
        np.where(hidden, np.where(small, policy.suppress_to, np.inf), np.maximum(upper, counts)),
    )


def _rounded(counts: Numbers, hidden: Flags, policy: DisclosurePolicy) -> tuple[Numbers, Numbers]:
    base = policy.round_to
    whole = np.where(np.isnan(counts), 0, counts)
    shown = np.where(hidden, np.nan, base * ((2 * whole + base) // (2 * base)))
    small = (counts >= policy.suppress_from) & (counts <= policy.suppress_to)
    return said_rounded(shown, policy, secondary=hidden & ~small)
