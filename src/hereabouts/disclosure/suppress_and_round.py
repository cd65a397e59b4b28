"""Hide small counts, then round what is left: the scheme the NHS uses."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DisclosureError
from hereabouts.model.policy import DisclosurePolicy

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
LARGEST_EXACT = 2.0**53  # above it a double no longer holds every whole number


class Protected(NamedTuple):
    """Counts that may be shown (NaN where none may), and which were hidden."""

    counts: Numbers
    hidden: Flags


def protect(counts: Numbers, policy: DisclosurePolicy) -> Protected:
    """What may be shown of `counts`.

    A count from `suppress_from` to `suppress_to` is hidden; 0 is hidden if the policy hides
    zeros; every other count is rounded to the nearest `round_to`, a half upwards.

    Args:
        counts: whole numbers, 0 or more; NaN where missing.
        policy: its numbers; its audiences and scheme are for the caller to have asked about.

    Shape:
        One count and one flag per count. A missing count is missing and not hidden.

    Raises:
        DisclosureError: D101 or D102 if the policy would show a small count or round one
            away; D103 if a count is negative or too large, D104 if one is not whole.

    Source:
        NHS Digital, Change to disclosure control methodology for HES and ECDS (2018).
    """
    _require_sound(policy)
    exact = require_counts(counts)
    hidden = hides(exact, policy)
    base = policy.round_to
    whole = np.where(np.isnan(exact), 0, exact).astype(np.int64)
    rounded = base * ((2 * whole + base) // (2 * base))
    shown = ~hidden & ~np.isnan(exact)
    return Protected(np.where(shown, rounded.astype(np.float64), np.nan), hidden)


def hides(counts: Numbers, policy: DisclosurePolicy) -> Flags:
    """Which exact counts the policy hides; a missing one is not hidden."""
    small = (counts >= policy.suppress_from) & (counts <= policy.suppress_to)
    hidden: Flags = small | ((counts == 0) & policy.hide_zero)
    return hidden


def _require_sound(policy: DisclosurePolicy) -> None:
    first, last, base = policy.suppress_from, policy.suppress_to, policy.round_to
    if first != 1 or last < first or base < 1:
        raise DisclosureError(
            f"policy '{policy.name}' hides counts from {first} to {last} and rounds to {base}",
            code="D101",
            do="set suppress_from: 1, suppress_to: 1 or more and round_to: 1 or more",
            at=policy.at,
        )
    if _nearest(last + 1, base) <= last:
        raise DisclosureError(
            f"policy '{policy.name}' shows {last + 1} but rounds it to {_nearest(last + 1, base)}",
            code="D102",
            do="choose suppress_to so that one more rounds up, such as 7 with round_to: 5",
            at=policy.at,
        )


def _nearest(count: int, base: int) -> int:
    return base * ((2 * count + base) // (2 * base))


def require_counts(counts: Numbers) -> Numbers:
    """`counts` themselves, if they can be counts.

    Raises:
        DisclosureError: D103 if one is negative or too large, D104 if one is not whole.
    """
    exact = np.asarray(counts, dtype=np.float64)
    if bool(np.any((exact < 0) | (exact > LARGEST_EXACT))):
        raise DisclosureError(
            "a count is negative, or too large to be one",
            code="D103",
            do="check the indicator's numerator and denominator: counts start at 0",
        )
    if bool(np.any(exact != np.floor(exact), where=~np.isnan(exact))):
        raise DisclosureError(
            "a count is not a whole number, so this policy cannot say whether it is small",
            code="D104",
            do="count people or events, or use the method `mean` for sums of anything else",
        )
    return exact
