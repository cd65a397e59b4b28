"""Whether an area differs from a benchmark, and whether that is for the better."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from hereabouts.errors import DataError
from hereabouts.model.indicator import Polarity
from hereabouts.statistics.columns import Codes, aligned, require_limits
from hereabouts.statistics.intervals import Limits, Numbers


class Comparison(IntEnum):
    """A value beside its benchmark."""

    MISSING = -1  # no limits, or no benchmark
    SIMILAR = 0  # the benchmark is within the limits
    HIGHER = 1  # neither way is better
    LOWER = 2
    BETTER = 3
    WORSE = 4


class TwoLevels(NamedTuple):
    """A comparison, and how sure it is."""

    comparison: Codes  # of Comparison
    confidence: Numbers  # 0.998 or 0.95 where there is a difference; NaN where there is none


def compare_to_benchmark(limits: Limits, benchmark: Numbers | float, *, better: Polarity) -> Codes:
    """Whether each benchmark lies outside the confidence limits of its value.

    The benchmark is taken as known. Its own uncertainty is left out, which is right for a
    country or a region and not for one area beside another like it.

    Args:
        limits: lower and upper confidence limits of each value, in its unit.
        benchmark: in the same unit, one for each value or one for all.
        better: which way is better.

    Shape:
        One code of Comparison per value. A benchmark on a limit is within the limits.

    Raises:
        DataError: Q741 if the columns differ in shape; Q742 if a number is infinite; Q743 if a
            lower limit is above its upper limit.

    Source:
        Fingertips Public Health Technical Guidance, comparison with a benchmark by overlap of
        the area's confidence interval.
    """
    lower, upper = require_limits(*limits)
    mark = np.asarray(benchmark, dtype=np.float64)
    mark = np.full(lower.shape, mark) if mark.ndim == 0 else mark
    lower, upper, mark = aligned(lower, upper, mark)
    above, below = {
        Polarity.HIGHER: (Comparison.BETTER, Comparison.WORSE),
        Polarity.LOWER: (Comparison.WORSE, Comparison.BETTER),
        Polarity.NEITHER: (Comparison.HIGHER, Comparison.LOWER),
    }[better]
    codes = np.full(lower.shape, Comparison.SIMILAR, dtype=np.int8)
    codes[lower > mark], codes[upper < mark] = above, below
    codes[np.isnan(lower) | np.isnan(upper) | np.isnan(mark)] = Comparison.MISSING
    return codes


def compare_at_two_levels(
    at_95: Limits, at_998: Limits, benchmark: Numbers | float, *, better: Polarity
) -> TwoLevels:
    """`compare_to_benchmark` in five levels: by the 95% limits, and how many hold at 99.8%.

    Args:
        at_95: 95% confidence limits of each value.
        at_998: 99.8% confidence limits of the same values.
        benchmark: in the same unit, one for each value or one for all.
        better: which way is better.

    Shape:
        One comparison per value. Where the 99.8% limits are missing, that of the 95% limits.

    Raises:
        DataError: as `compare_to_benchmark`; Q745 if 99.8% limits are narrower than 95% limits.

    Source:
        Fingertips Public Health Technical Guidance, comparison with a benchmark at 95% and
        99.8% confidence.
    """
    inner, outer = require_limits(*at_95), require_limits(*at_998)
    aligned(*inner, *outer)
    if bool(np.any((outer.lower > inner.lower) | (outer.upper < inner.upper))):
        raise DataError(
            "99.8% limits are narrower than 95% limits",
            code="Q745",
            do="see whether the two are the wrong way round",
        )
    codes = compare_to_benchmark(inner, benchmark, better=better)
    surely = compare_to_benchmark(outer, benchmark, better=better) > Comparison.SIMILAR
    differs = np.where(codes > Comparison.SIMILAR, 0.95, np.nan)
    return TwoLevels(codes, np.where(surely, 0.998, differs))
