"""Comparisons of protected figures: made again from what is shown, or hidden with it."""

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.treatment import Figures, Numbers
from hereabouts.indicators.compare import SURE, USUAL, WORDS, compared
from hereabouts.indicators.estimate import estimate
from hereabouts.model.indicator import Indicator
from hereabouts.statistics.intervals import Limits


def compared_again(
    connection: duckdb.DuckDBPyConnection, indicator: Indicator, shown: Figures
) -> NDArray[np.str_]:
    """`compared` of each row of the table `exact` as it may be shown; empty where there is none.

    Where value and limits follow from counts, the comparison is made of the protected ones, so
    that it says nothing that they do not. Otherwise the exact one is shown with its value.
    """
    if not indicator.method.from_counts:
        rows = connection.sql("select coalesce(compared, '') from exact order by rowid").fetchall()
        return np.where(np.isnan(shown.value), "", np.array([row[0] for row in rows], np.str_))
    benchmark = _benchmark(connection, indicator, shown.value)
    codes = compared(
        _limits(indicator, shown, USUAL),
        _limits(indicator, shown, SURE),
        benchmark,
        better=indicator.better,
    )
    return np.array(WORDS, np.str_)[codes]


def _limits(indicator: Indicator, shown: Figures, confidence: float) -> Limits:
    found = estimate(
        indicator.method,
        shown.numerator,
        shown.denominator,
        multiplier=indicator.multiplier,
        confidence=confidence,
    )
    return Limits(found.lower, found.upper)


def _benchmark(
    connection: duckdb.DuckDBPyConnection, indicator: Indicator, value: Numbers
) -> Numbers:
    """The benchmark's shown value for the period and category of each row."""
    found = connection.execute(
        "select area_type = $1 as is_benchmark,"
        " dense_rank() over (order by period_start, period_end, category) - 1 as slot"
        " from exact order by rowid",
        [indicator.compare_to],
    ).fetchnumpy()
    slot, is_benchmark = np.asarray(found["slot"]), np.asarray(found["is_benchmark"], np.bool_)
    of_slot = np.full(int(slot.max(initial=-1)) + 1, np.nan)
    of_slot[slot[is_benchmark]] = value[is_benchmark]
    return np.where(is_benchmark, np.nan, of_slot[slot])
