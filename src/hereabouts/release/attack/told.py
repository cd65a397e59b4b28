"""What a reader is told of each count, from a published row and the published rules."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.attack.published import said_by_rate
from hereabouts.disclosure.linear_system import Flags, Numbers
from hereabouts.model.indicator import Method
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPolicy


@dataclass(frozen=True, slots=True)
class Told:
    """Intervals of one kind of count.

    Shape:
        All (rows,). `tells` says which rows have such a count at all.
    """

    lower: Numbers
    upper: Numbers
    tells: Flags


def of_counts(
    shown: Numbers, hidden: Flags, indicator: ReleasedIndicator, *, numerators: bool
) -> Told:
    """Intervals of numerators or denominators.

    A hidden numerator of a count is small, unless rows were hidden beside others: then, and
    where it may be the denominator that was small, nothing is known of it but that it counts.

    Args:
        shown: as published; NaN where there is none.
        hidden: rows marked as confidential.
        indicator: as released.
        numerators: whether these are numerators.
    """
    lower, upper = _of_shown(shown, indicator.policy)
    small = numerators and indicator.method is Method.COUNT and not indicator.policy.beside
    least, most = (1.0, float(indicator.policy.suppress_to)) if small else (0.0, np.inf)
    unseen = hidden & np.isnan(shown)
    lower, upper = np.where(unseen, least, lower), np.where(unseen, most, upper)
    return Told(lower, upper, hidden | ~np.isnan(shown))


def of_the_rest(
    numerators: Told, denominators: Told, hidden: Flags, policy: ReleasedPolicy
) -> Told:
    """Intervals of those who are in the denominator and not in the numerator.

    A row that is shown has none of them, or more than the policy hides.
    """
    lower = np.maximum(denominators.lower - numerators.upper, 0.0)
    upper = np.where(hidden, np.inf, denominators.upper - numerators.lower)
    if policy.protects:
        few = ~hidden & (lower > 0) & (lower <= policy.suppress_to)
        lower = np.where(few, policy.suppress_to + 1.0, lower)
        upper = np.where(~hidden & (upper <= policy.suppress_to), 0.0, upper)
    lower = np.where(hidden, 0.0, lower)
    return Told(lower, np.maximum(upper, lower), numerators.tells & denominators.tells)


def of_values(top: Told, bottom: Told, values: Numbers, indicator: ReleasedIndicator) -> Told:
    """Numerators with what a value says that stands where they are hidden: it should not.

    Args:
        top: what is told of numerators otherwise.
        bottom: and of denominators.
        values: of hidden rows, as published; NaN where there is none.
        indicator: as released.
    """
    if indicator.method is Method.COUNT:
        lower, upper = values, values
    elif indicator.method in (Method.CRUDE_RATE, Method.PROPORTION):
        people = (bottom.lower, bottom.upper)
        lower, upper = said_by_rate(
            values, people, per=indicator.multiplier, decimals=indicator.decimals
        )
    else:
        return top
    return Told(np.fmax(top.lower, lower), np.fmin(top.upper, upper), top.tells)


def _of_shown(shown: Numbers, policy: ReleasedPolicy) -> tuple[Numbers, Numbers]:
    if not policy.protects or policy.round_to <= 1:
        return shown, shown
    base = policy.round_to
    least: NDArray[np.float64] = np.maximum(shown - base // 2, policy.suppress_to + 1.0)
    return np.where(shown > 0, least, 0.0), np.where(shown > 0, shown + (base - 1) // 2, 0.0)
