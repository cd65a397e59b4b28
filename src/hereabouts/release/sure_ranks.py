"""The ranks that areas may truly have, of those whose limits are released."""

from collections.abc import Mapping, Sequence

import numpy as np

from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.statistics.intervals import Estimate
from hereabouts.statistics.rank_intervals import rank_intervals

MOST = 2_000  # areas: every one is compared with every other
FEWEST = 2


def sure_ranks(
    areas: Sequence[Observation], *, indicator: ReleasedIndicator
) -> Mapping[str, tuple[int, int, int]]:
    """First rank, last rank and of how many, by area code.

    Args:
        areas: every area of one type in one period.
        indicator: whose areas they are.

    Returns:
        Nothing for an area without limits; nothing at all for counts, and for more than 2,000.
    """
    sure = [one for one in areas if _holds(one)]
    if indicator.method is Method.COUNT or not FEWEST <= len(sure) <= MOST:
        return {}
    columns = ([getattr(one, name) for one in sure] for name in ("value", "lower", "upper"))
    found = rank_intervals(
        Estimate(*(np.array(column, dtype=np.float64) for column in columns)),
        limits_confidence=indicator.confidence,
        highest_first=indicator.better is not Polarity.LOWER,
    )
    return {
        one.area_code: (int(first), int(last), found.of)
        for one, first, last in zip(sure, found.first, found.last, strict=True)
    }


def _holds(one: Observation) -> bool:
    """Whether it has limits that hold its value."""
    if one.value is None or one.lower is None or one.upper is None:
        return False
    return one.lower <= one.value <= one.upper
