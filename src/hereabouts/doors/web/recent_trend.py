"""Whether an indicator has lately gone up or down, as Fingertips tests it, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hereabouts.doors.web.languages import gettext, translated
from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.trend import TrendMarker, proportion_trend, value_trend

FEWEST_PERIODS = 5
USUAL = 0.95  # the confidence of the limits that the test reads

Series = tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class RecentTrend:
    """`Increasing, getting worse`, with a mark that does not need colour."""

    marker: TrendMarker
    judgement: str  # better | worse | none

    @property
    def words(self) -> str:
        """Never an arrow alone."""
        plain = {
            TrendMarker.CANNOT_BE_CALCULATED: gettext("Cannot be calculated"),
            TrendMarker.NO_CHANGE: gettext("No significant change"),
            TrendMarker.INCREASING: gettext("Increasing"),
            TrendMarker.DECREASING: gettext("Decreasing"),
        }[self.marker]
        return (
            plain
            if self.judgement == "none"
            else gettext(
                "%(plain)s, getting %(judgement)s",
                plain=plain,
                judgement=translated(self.judgement),
            )
        )

    @property
    def mark(self) -> str:
        """An arrow up, down or along; nothing where it cannot be calculated."""
        return {
            TrendMarker.CANNOT_BE_CALCULATED: "",
            TrendMarker.NO_CHANGE: "→",
            TrendMarker.INCREASING: "↗",
            TrendMarker.DECREASING: "↘",
        }[self.marker]


def has_trends(indicator: ReleasedIndicator) -> bool:
    """Whether its trends can be tested: five periods that do not overlap, and 95% limits."""
    with_limits = indicator.method not in (Method.COUNT, Method.MEAN)
    ordered = sorted(indicator.periods, key=lambda period: period.start)
    apart = all(one.end <= other.start for one, other in pairwise(ordered))
    enough = len(ordered) >= FEWEST_PERIODS
    return with_limits and apart and enough and indicator.confidence == USUAL


def recent_trends(
    series: Sequence[Series], *, indicator: ReleasedIndicator
) -> tuple[RecentTrend, ...]:
    """The trend of each series over its newest five values.

    Args:
        series: of one indicator, one for each area, oldest first.
        indicator: one that `has_trends`.
    """
    starts = sorted(period.start for period in indicator.periods)
    by_start = [{one.period_start: one for one in line} for line in series]
    table = [[line.get(start) for start in starts] for line in by_start]
    if not table:
        return ()
    if indicator.method is Method.PROPORTION:
        part, whole = _numbers(table, "numerator"), _numbers(table, "denominator")
        found = proportion_trend(np.where(part <= whole, part, np.nan), whole)
    else:
        columns = (_numbers(table, name) for name in ("value", "lower", "upper"))
        found = value_trend(*columns)
    return tuple(_said(TrendMarker(int(code)), indicator) for code in found.marker)


def _numbers(table: list[list[Observation | None]], name: str) -> Numbers:
    """One number of each observation, NaN where it is not shown."""
    rows = [[getattr(one, name) if one else None for one in line] for line in table]
    return np.array(rows, dtype=np.float64)


def _said(marker: TrendMarker, indicator: ReleasedIndicator) -> RecentTrend:
    moving = marker in (TrendMarker.INCREASING, TrendMarker.DECREASING)
    if not moving or indicator.better is Polarity.NEITHER:
        return RecentTrend(marker, "none")
    up = marker is TrendMarker.INCREASING
    good = up == (indicator.better is Polarity.HIGHER)
    return RecentTrend(marker, "better" if good else "worse")
