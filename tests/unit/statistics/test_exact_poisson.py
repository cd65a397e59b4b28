import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.exact_poisson import exact_poisson_limits


def test_the_limits_of_no_events_are_zero_and_minus_the_log_of_the_tail() -> None:
    limits = exact_poisson_limits(np.array([0.0]))
    assert limits.lower[0] == 0
    assert limits.upper[0] == pytest.approx(-np.log(0.025), rel=1e-12)


def test_five_events_are_as_published() -> None:
    limits = exact_poisson_limits(np.array([5.0]))
    assert limits.lower[0] == pytest.approx(1.62348639011842, rel=1e-9)
    assert limits.upper[0] == pytest.approx(11.668332079322669, rel=1e-9)


def test_part_counts_lie_between_whole_ones() -> None:
    limits = exact_poisson_limits(np.array([2.0, 2.5, 3.0]))
    assert list(limits.lower) == sorted(limits.lower)
    assert list(limits.upper) == sorted(limits.upper)


def test_ten_and_over_and_missing_have_no_exact_limits() -> None:
    limits = exact_poisson_limits(np.array([9.0, 10.0, np.nan]))
    assert np.isnan(limits.lower).tolist() == [False, True, True]
    assert np.isnan(limits.upper).tolist() == [False, True, True]


def test_nothing_in_gives_nothing_out() -> None:
    assert exact_poisson_limits(np.array([])).upper.shape == (0,)


def test_confidence_is_a_fraction() -> None:
    with pytest.raises(DataError) as caught:
        exact_poisson_limits(np.array([1.0]), confidence=95)
    assert caught.value.code == "Q702"
