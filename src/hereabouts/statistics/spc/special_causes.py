"""Which points of an XmR chart are more than chance, and by which rule."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from hereabouts.statistics.columns import Codes
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.spc.process_limits import Groups, ProcessLimits

Flags = NDArray[np.bool_]

_RUN = 7  # points on one side of the mean
_TREND_STEPS = 6  # all up or all down, between the 7 points of a trend


class SpecialCause(IntEnum):
    """The rule that picks a point out: the first that does, in this order."""

    MISSING = -1  # there is no value
    COMMON_CAUSE = 0  # no rule does
    ABOVE_UPPER_LIMIT = 1
    BELOW_LOWER_LIMIT = 2
    RISING_TREND = 3  # seven points, each above the one before
    FALLING_TREND = 4
    TWO_IN_THREE_HIGH = 5  # three points above the mean, two or more of them near its limit
    TWO_IN_THREE_LOW = 6
    RUN_ABOVE_MEAN = 7  # seven points
    RUN_BELOW_MEAN = 8


def special_causes(values: Numbers, group: Groups, lines: ProcessLimits) -> Codes:
    """The special cause of each point.

    Args:
        values: in order of time within each group; NaN where missing.
        group: the number of each point's group, from 0 and never falling.
        lines: of the chart, at each point.

    Shape:
        One code of SpecialCause per point. All seven points of a run or a trend have its code,
        and of two in three those that are near the limit. A missing point, a new group, two
        equal neighbours (of a trend) and a point on the mean (of a run) break a pattern.

    Source:
        NHSRplotthedots 0.2 (nhs-r-community/NHSRplotthedots@050b07d7): its labels on 600
        series, 13,100 of 13,100. One fault of it is not followed: where one trend ends just
        before another begins, it labels the end of the first by the step between the two, so
        that the top of a rise may be called falling. None of the 600 series shows it.
    """
    outside = (values > lines.upper) | (values < lines.lower)
    close = ~outside & ((values > lines.near_upper) | (values < lines.near_lower))
    side = np.nan_to_num(np.sign(values - lines.mean))
    trend = _trend_directions(values, group)
    rules = (
        (outside, side, SpecialCause.ABOVE_UPPER_LIMIT),
        (trend != 0, trend, SpecialCause.RISING_TREND),
        (_two_in_three(side, close, group), side, SpecialCause.TWO_IN_THREE_HIGH),
        (_in_long_run(side, group, _RUN), side, SpecialCause.RUN_ABOVE_MEAN),
    )
    causes = np.full(values.shape, SpecialCause.COMMON_CAUSE, dtype=np.int8)
    for found, direction, high in reversed(rules):  # the first rule is written last
        causes = np.where(found, np.where(direction > 0, high, high + 1), causes).astype(np.int8)
    causes[np.isnan(values)] = SpecialCause.MISSING
    return causes


def _in_long_run(signs: Numbers, group: Groups, length: int) -> Flags:
    """Whether each sign is one of `length` or more that are alike, not 0 and of one group."""
    begins = (np.diff(signs, prepend=0) != 0) | (np.diff(group, prepend=-1) != 0)
    run = np.cumsum(begins)
    flags: Flags = (np.bincount(run)[run] >= length) & (signs != 0)
    return flags


def _trend_directions(values: Numbers, group: Groups) -> Numbers:
    """1 in a rising trend, -1 in a falling one, 0 in none; where two meet, that which follows."""
    step = np.nan_to_num(np.sign(np.diff(values)))
    step[np.diff(group) != 0] = 0
    step[~_in_long_run(step, group[1:], _TREND_STEPS)] = 0
    before, after = np.append(0, step)[: len(values)], np.append(step, 0)[: len(values)]
    directions: Numbers = np.where(after != 0, after, before)
    return directions


def _two_in_three(side: Numbers, close: Flags, group: Groups) -> Flags:
    """Whether each point is close, and in three on one side of which two or more are close."""
    threes = tuple(slice(at, max(len(side) - 2 + at, at)) for at in range(3))
    a, b, c = threes
    found = (side[a] == side[b]) & (side[b] == side[c]) & (group[a] == group[c])
    found &= close[a].astype(np.int8) + close[b] + close[c] >= 2
    part = np.zeros(side.shape, dtype=np.bool_)
    for place in threes:
        part[place] |= found
    flags: Flags = part & close
    return flags
