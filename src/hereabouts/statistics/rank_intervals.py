"""How sure a rank is: "between 12th and 31st of 42"."""

from typing import NamedTuple

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.columns import aligned, require_limits
from hereabouts.statistics.intervals import Estimate, Numbers, normal_quantile

_PAIRS_AT_ONCE = 2_000_000  # so that a comparison of all with all needs tens of megabytes


class RankIntervals(NamedTuple):
    """Ranks from 1, with the first and the last that each area may truly have."""

    rank: Numbers  # of the value as it is; equal values share the better rank
    first: Numbers
    last: Numbers
    of: int  # areas ranked: those with a value and limits


def rank_intervals(
    estimate: Estimate,
    *,
    limits_confidence: float = 0.95,
    confidence: float = 0.95,
    highest_first: bool = True,
    together: bool = False,
) -> RankIntervals:
    """Each area's rank, and the ranks it may have given how sure the values are.

    An area's first rank is one more than how many areas surely lie before it, and its last is
    how many do not surely lie after it. Each pair is compared by the interval of its difference,
    made from the two areas' own limits so that lopsided limits stay so, and widened for the
    number of comparisons. Simulating the ranks of noisy values, the older way, is too sure of
    itself where areas are alike, because noise alone spreads them out.

    Args:
        estimate: values with their confidence limits, of areas whose errors are independent.
        limits_confidence: of those limits, as a fraction.
        confidence: of the intervals of ranks, as a fraction.
        highest_first: rank 1 is the highest value, or the lowest.
        together: True for intervals that all hold at once with that confidence; False for each
            by itself, which suits a page about one area.

    Shape:
        One rank and interval per area; NaN where a value or a limit is missing, and such areas
        are not counted in `of`. Time goes with the square of the number of areas.

    Raises:
        DataError: Q702 if a confidence is not in (0.5, 1); Q741 if the columns differ in shape;
            Q742 if a number is infinite; Q743 if a lower limit is above its upper limit; Q746
            if a value is outside its limits.

    Source:
        Mogstad, Romano, Shaikh and Wilhelm, Inference for Ranks, Review of Economic Studies,
        doi 10.1093/restud/rdad006 (ranks from simultaneous comparisons of pairs).
        Al Mohamad, Goeman and van Zwet, Simultaneous Confidence Intervals for Ranks With
        Application to Ranking Institutions (why not to simulate).
        Zou and Donner (2008), Statistics in Medicine 27: 1693-1702 (the difference's limits).
        Sidak (1967), Journal of the American Statistical Association 62: 626-633 (how wide).
        Coverage is measured in the tests.
    """
    value, lower, upper = _checked(estimate)
    known = ~np.isnan(value + lower + upper)
    areas = int(known.sum())
    pairs = areas * (areas - 1) // 2 if together else areas - 1
    wider = _quantile_of_each(pairs, confidence) / normal_quantile(limits_confidence)
    down, up = (wider * (value - lower))[known], (wider * (upper - value))[known]
    spread = np.full((3, *value.shape), np.nan)
    if highest_first:
        spread[:, known] = _ranks(-value[known], before=up, after=down)
    else:
        spread[:, known] = _ranks(value[known], before=down, after=up)
    rank, first, last = spread
    return RankIntervals(rank, first, last, areas)


def rank_words(first: int, last: int, of: int) -> str:
    """An interval of ranks as it is read out.

    Returns:
        "between 12th and 31st of 42", or "12th of 42" where it is sure.

    Source:
        English ordinals.
    """
    if first == last:
        return f"{_ordinal(first)} of {of}"
    return f"between {_ordinal(first)} and {_ordinal(last)} of {of}"


def _checked(estimate: Estimate) -> Estimate:
    (value,) = aligned(estimate.value)
    lower, upper = require_limits(estimate.lower, estimate.upper)
    value, lower, upper = aligned(value, lower, upper)
    if bool(np.any((value < lower) | (value > upper))):
        raise DataError(
            "a value is outside its limits",
            code="Q746",
            do="see whether the value and its limits are of one unit and one row",
        )
    return Estimate(value, lower, upper)


def _quantile_of_each(comparisons: int, confidence: float) -> float:
    """How many standard errors each interval reaches for all to hold at once, by Sidak."""
    normal_quantile(confidence)  # refuses what is not a confidence
    return normal_quantile(confidence ** (1 / max(comparisons, 1)))


def _ranks(place: Numbers, *, before: Numbers, after: Numbers) -> Numbers:
    """Rank, first and last of each place, the smallest first, with how far it may truly be."""
    areas = len(place)
    ranks = np.empty((3, areas))
    block = max(1, _PAIRS_AT_ONCE // max(areas, 1))
    for at in range(0, areas, block):
        these = slice(at, at + block)
        ahead = place[these, None] - place  # how far each of the others is before this one
        surely_before = ahead > np.hypot(before[these, None], after)
        surely_after = -ahead > np.hypot(after[these, None], before)
        ranks[0, these] = 1 + (ahead > 0).sum(axis=1)
        ranks[1, these] = 1 + surely_before.sum(axis=1)
        ranks[2, these] = areas - surely_after.sum(axis=1)
    return ranks


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
