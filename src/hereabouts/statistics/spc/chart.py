"""An XmR chart: the lines of each stretch of a process, and what its points mean."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.statistics.columns import Codes, aligned
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.spc.process_limits import process_limits
from hereabouts.statistics.spc.special_causes import Flags, special_causes

#: Fewer points than this make limits that will move a good deal as others come. The spreadsheet
#: of Making Data Count draws none; the R package says 12 in words and warns below 13 in code.
FEW_POINTS = 13


class Chart(NamedTuple):
    """What is drawn at each point, in the unit of the values."""

    mean: Numbers
    lower: Numbers
    upper: Numbers
    cause: Codes  # of SpecialCause
    basis: NDArray[np.int64]  # points that the lines rest on
    few_points: Flags  # they rest on fewer than FEW_POINTS: say so beside the chart


def xmr_chart(
    values: Numbers,
    *,
    starts: Flags | None = None,
    baseline_points: int | None = None,
    screen: bool = True,
) -> Chart:
    """The chart of a series, or of many that follow one another.

    Args:
        values: one per period, in order of time, none left out; NaN where missing.
        starts: True at the first point of each stretch with lines of its own: where the process
            was rebased, and where another series begins. Rebase on a change that is known to
            have been made, never because of what the points do.
        baseline_points: how many points at the start of each stretch its lines rest on, 2 or
            more; None for all of them.
        screen: leave outlying moving ranges out of the limits, as NHSRplotthedots does unless
            told otherwise. The spreadsheet of Making Data Count never does: say which was used.

    Shape:
        One row per value. NaN limits where they rest on under two points, and, with `screen`,
        where a stretch never moves.

    Raises:
        DataError: Q741 if `starts` and `values` differ in length or are not columns; Q742 if a
            value is infinite; Q744 if `baseline_points` is under 2.

    Source:
        NHS England, Making Data Count; NHSRplotthedots 0.2
        (nhs-r-community/NHSRplotthedots@050b07d7), whose lines on 600 series are met to 1e-9.
    """
    if baseline_points is not None and baseline_points < 2:
        raise DataError(
            f"a baseline of {baseline_points} points has no moving range",
            code="Q744",
            do="rest it on 12 points or more, or leave baseline_points out",
        )
    column = _column(values)
    begins = np.zeros(column.shape) if starts is None else np.asarray(starts, dtype=np.float64)
    column, begins = aligned(column, begins)
    group = np.cumsum(begins != 0)
    group -= group[:1].sum()  # the first point begins the first stretch, said or not
    lines = process_limits(column, group, baseline_points=baseline_points, screen=screen)
    cause = special_causes(column, group, lines)
    few = lines.basis < FEW_POINTS
    return Chart(lines.mean, lines.lower, lines.upper, cause, lines.basis, few)


def _column(values: Numbers) -> Numbers:
    column = np.asarray(values, dtype=np.float64)
    if column.ndim != 1:
        raise DataError(
            f"a chart's values have the shape {column.shape}",
            code="Q741",
            do="give one column of values in order of time, and `starts` where series begin",
        )
    return column
