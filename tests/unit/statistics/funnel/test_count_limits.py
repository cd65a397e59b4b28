from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.funnel.count_limits import expected_at_limits, ratio_funnel

COUNTS = st.integers(min_value=0, max_value=10_000_000)


def at_most(events: int, expected: float) -> float:
    """A Poisson's chance of this many events or fewer, term by term."""
    term = total = exp(-expected)
    for k in range(1, events + 1):
        term *= expected / k
        total += term
    return total


@pytest.mark.parametrize("events", [1, 5, 9, 10, 11, 40, 200])
def test_at_the_limits_the_count_is_as_unlikely_as_was_said(events: int) -> None:
    expected = expected_at_limits(np.array([float(events)]), confidence=0.95)
    assert at_most(events, expected.upper[0]) == pytest.approx(0.025, rel=1e-9)
    assert 1 - at_most(events - 1, expected.lower[0]) == pytest.approx(0.025, rel=1e-9)


@given(COUNTS)
def test_the_count_lies_between_and_more_events_need_more_expected(count: int) -> None:
    expected = expected_at_limits(np.array([count, count + 1.0]))
    assert expected.lower[0] <= count <= expected.upper[0]
    assert expected.lower[0] < expected.lower[1]
    assert expected.upper[0] < expected.upper[1]


@given(COUNTS.filter(bool))
def test_the_funnel_closes_on_one(count: int) -> None:
    lines = ratio_funnel(np.array([count, count * 2.0]))
    assert lines.lower[0] < lines.lower[1] < 1 < lines.upper[1] < lines.upper[0]


def test_above_no_events_there_is_no_line() -> None:
    lines = ratio_funnel(np.array([0.0, np.nan]))
    assert lines.lower[0] == 0
    assert np.isnan(lines.upper).all()
    assert np.isnan(lines.lower[1])


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        expected_at_limits(np.array([-1.0]))
    assert caught.value.code == "Q701"
