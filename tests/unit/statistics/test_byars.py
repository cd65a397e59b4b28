import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.byars import byars_limits


def test_limits_for_65_events_are_those_of_the_textbook() -> None:
    limits = byars_limits(np.array([65.0]))
    assert limits.lower[0] == pytest.approx(50.163187710459454, rel=1e-9)
    assert limits.upper[0] == pytest.approx(82.84913854593984, rel=1e-9)


def test_the_lower_limit_of_no_events_is_zero() -> None:
    limits = byars_limits(np.array([0.0]))
    assert limits.lower[0] == 0
    assert limits.upper[0] > 0


def test_a_missing_count_has_missing_limits() -> None:
    limits = byars_limits(np.array([np.nan, 10.0]))
    assert np.isnan(limits.lower[0])
    assert np.isnan(limits.upper[0])
    assert limits.lower[1] < 10 < limits.upper[1]


def test_a_negative_lower_limit_is_missing() -> None:
    limits = byars_limits(np.array([1.0]), confidence=0.998)
    assert np.isnan(limits.lower[0])
    assert limits.upper[0] == pytest.approx(9.362180217908362, rel=1e-9)


def test_a_sliver_of_an_event_has_an_upper_limit_and_no_warning() -> None:
    limits = byars_limits(np.array([2.3e-313]))
    assert np.isnan(limits.lower[0])
    assert limits.upper[0] > 0


def test_a_negative_count_is_refused_without_saying_which() -> None:
    with pytest.raises(DataError, match="a count is negative") as caught:
        byars_limits(np.array([-3.0]))
    assert caught.value.code == "Q701"
    assert "3" not in caught.value.problem


@pytest.mark.parametrize("confidence", [95, 0.5, 1.0, 0.0])
def test_confidence_is_a_fraction(confidence: float) -> None:
    with pytest.raises(DataError) as caught:
        byars_limits(np.array([65.0]), confidence=confidence)
    assert str(caught.value) == f"confidence is {confidence} [Q702]\n  do: write 95% as 0.95"
