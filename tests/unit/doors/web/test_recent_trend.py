"""Recent trends in words, as Fingertips tests them."""

from datetime import date

import pytest

from hereabouts.doors.web.recent_trend import has_trends, recent_trends
from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedPeriod
from hereabouts.statistics.trend import TrendMarker
from tests.unit.doors.web.observed import indicator, seen, series

RATE = indicator(method=Method.CRUDE_RATE, periods=indicator().periods[:6])
RISING, FALLING, FLAT = (10.0, 20.0, 30.0, 40.0, 50.0, 60.0), (60, 50, 40, 30, 20, 10), (5.0,) * 6


@pytest.mark.parametrize(
    ("values", "better", "words", "mark"),
    [
        (RISING, Polarity.HIGHER, "Increasing, getting better", "↗"),
        (RISING, Polarity.LOWER, "Increasing, getting worse", "↗"),
        (FALLING, Polarity.LOWER, "Decreasing, getting better", "↘"),
        (FALLING, Polarity.HIGHER, "Decreasing, getting worse", "↘"),
        (RISING, Polarity.NEITHER, "Increasing", "↗"),
        (FLAT, Polarity.LOWER, "No significant change", "→"),
        (RISING[:4], Polarity.HIGHER, "Cannot be calculated", ""),
    ],
)
def test_a_trend_is_said_in_words_with_whether_it_is_good(
    values: tuple[float, ...], better: Polarity, words: str, mark: str
) -> None:
    of = indicator(method=Method.CRUDE_RATE, better=better, periods=RATE.periods)
    (found,) = recent_trends([series(*values)], indicator=of)
    assert (found.words, found.mark) == (words, mark)


def test_a_proportion_is_tested_by_its_counts() -> None:
    def counted(part: float, at: int) -> Observation:
        return seen(part, at, numerator=part * 10, denominator=1_000.0)

    lines = [
        tuple(counted(10.0 + 10 * at, at) for at in range(5)),
        tuple(seen(10.0 + 10 * at, at) for at in range(5)),  # its counts are hidden
    ]
    found = recent_trends(lines, indicator=indicator())
    assert [one.marker for one in found] == [
        TrendMarker.INCREASING,
        TrendMarker.CANNOT_BE_CALCULATED,
    ]


def test_a_part_rounded_above_its_whole_is_not_tested() -> None:
    line = tuple(seen(99.0, at, numerator=10.0, denominator=5.0) for at in range(5))
    (found,) = recent_trends([line], indicator=indicator())
    assert found.marker is TrendMarker.CANNOT_BE_CALCULATED


def test_only_limits_of_95_percent_over_five_periods_that_do_not_overlap_are_tested() -> None:
    assert has_trends(RATE)
    assert not has_trends(indicator(method=Method.COUNT))
    assert not has_trends(indicator(method=Method.MEAN))
    assert not has_trends(indicator(confidence=0.998))
    assert not has_trends(indicator(periods=indicator().periods[:4]))
    rolling = tuple(
        ReleasedPeriod(label=f"{y}", start=date(y, 1, 1), end=date(y + 3, 1, 1))
        for y in range(2010, 2020)
    )
    assert not has_trends(indicator(periods=rolling))


def test_no_series_has_no_trends() -> None:
    assert recent_trends([], indicator=RATE) == ()
