"""The two icons of Making Data Count: what a process does, and whether it meets its target."""

from enum import IntEnum

import numpy as np

from hereabouts.model.indicator import Polarity
from hereabouts.statistics.columns import Codes, aligned, require_limits
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.spc.special_causes import SpecialCause


class Variation(IntEnum):
    """The variation icon, and the colour of a point."""

    MISSING = -1  # no value, no icon
    COMMON_CAUSE = 0
    IMPROVEMENT_HIGH = 1
    IMPROVEMENT_LOW = 2
    CONCERN_HIGH = 3
    CONCERN_LOW = 4
    NEUTRAL_HIGH = 5  # neither way is better
    NEUTRAL_LOW = 6


class Assurance(IntEnum):
    """The assurance icon."""

    MISSING = -1  # no target, no limits, or neither way is better: no icon
    HIT_OR_MISS = 0  # the target is within the limits
    PASS = 1  # the process will meet it, unless it changes
    FAIL = 2  # the process will miss it, unless it changes


def variation(cause: Codes, *, better: Polarity) -> Codes:
    """What each point is, given which way is better.

    Args:
        cause: of SpecialCause, from a chart. The icon is that of a series' last point; a last
            point that is missing has none.
        better: which way is better.

    Shape:
        One code of Variation per point.

    Source:
        NHSRplotthedots 0.2 (nhs-r-community/NHSRplotthedots@050b07d7): its point types on 600
        series. A trend is judged by its direction, wherever its points lie.
    """
    high = {
        Polarity.HIGHER: (Variation.IMPROVEMENT_HIGH, Variation.CONCERN_LOW),
        Polarity.LOWER: (Variation.CONCERN_HIGH, Variation.IMPROVEMENT_LOW),
        Polarity.NEITHER: (Variation.NEUTRAL_HIGH, Variation.NEUTRAL_LOW),
    }[better]
    causes = np.asarray(cause)
    picked = causes > SpecialCause.COMMON_CAUSE
    # SpecialCause gives the high form of each rule an odd number, and the low form the next.
    return np.where(picked, np.where(causes % 2 == 1, *high), causes).astype(np.int8)


def assurance(lower: Numbers, upper: Numbers, target: Numbers, *, better: Polarity) -> Codes:
    """Whether a process will meet its target, if it goes on as it is.

    Args:
        lower: process limits at the last point of each series; NaN where there are none.
        upper: likewise.
        target: in the unit of the values; NaN where there is none.
        better: which way is better.

    Shape:
        One code of Assurance per series. A target on a limit is within the limits. Without
        limits there is no icon (NHSRplotthedots calls such a series "inconsistent").

    Raises:
        DataError: Q741 if the columns differ in shape; Q742 if a number is infinite; Q743 if a
            lower limit is above its upper limit.

    Source:
        NHSRplotthedots 0.2 (nhs-r-community/NHSRplotthedots@050b07d7), the cases of
        test-ptd_calculate_assurance_type.R.
    """
    low, high = require_limits(lower, upper)
    low, high, aim = aligned(low, high, target)
    above, below = (
        (Assurance.FAIL, Assurance.PASS)
        if better is Polarity.HIGHER
        else (Assurance.PASS, Assurance.FAIL)
    )
    icons = np.full(aim.shape, Assurance.HIT_OR_MISS, dtype=np.int8)
    icons[aim > high], icons[aim < low] = above, below
    nothing = np.isnan(low) | np.isnan(high) | np.isnan(aim)
    icons[nothing | (better is Polarity.NEITHER)] = Assurance.MISSING
    return icons
