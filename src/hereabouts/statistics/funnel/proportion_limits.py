"""Funnel limits for proportions."""

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Limits, Numbers, normal_quantile, ratio, require_counts


def proportion_funnel(
    benchmark: float, denominator: Numbers, *, confidence: float = 0.95
) -> Limits:
    """The proportions whose Wilson interval just touches the benchmark.

    Args:
        benchmark: a share from 0 to 1, as a rule all numerators over all denominators.
        denominator: how large each area, or each point on the axis, is; NaN where missing.
        confidence: two sided, as a fraction: 0.95 or 0.998.

    Shape:
        One lower and one upper limit per denominator; NaN where it is missing or 0.

    Returns:
        Limits as shares, from 0 to 1.

    Raises:
        DataError: Q701 if a denominator is negative; Q702 if `confidence` is not in (0.5, 1); Q762
            if the benchmark is not a share, or missing.

    Source:
        Wilson (1927), turned round: p +- z sqrt(p (1 - p) / n).
        Agrees with PHEindicatormethods 2.1.0 (testdata_funnel_prop_outputs) as printed.
    """
    if not 0 <= benchmark <= 1:
        raise DataError(
            "a benchmark for proportions is not between 0 and 1",
            code="Q762",
            do="write 80% as 0.8, and see that some area has a denominator",
        )
    sizes = require_counts(denominator)
    variance = ratio(np.full(sizes.shape, benchmark * (1 - benchmark)), sizes)
    half = normal_quantile(confidence) * np.sqrt(variance)
    return Limits(np.maximum(benchmark - half, 0.0), np.minimum(benchmark + half, 1.0))
