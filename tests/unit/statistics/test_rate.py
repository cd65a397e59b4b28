import numpy as np
import pytest

from hereabouts.statistics.rate import crude_rate


def test_a_rate_is_events_over_population_times_the_multiplier() -> None:
    made = crude_rate(np.array([65.0]), np.array([100.0]), multiplier=100_000)
    assert made.value[0] == pytest.approx(65_000)
    assert made.lower[0] == pytest.approx(50163.18771045945, rel=1e-9)


def test_limits_are_exact_below_ten_events_and_byars_from_ten() -> None:
    made = crude_rate(np.array([5.0, 10.0]), np.array([100.0, 200.0]), multiplier=100)
    assert made.lower[0] == pytest.approx(1.62348639011842, rel=1e-9)
    assert made.lower[1] == pytest.approx(2.3937249569837822, rel=1e-9)


def test_a_rate_of_nobody_is_missing_and_a_rate_of_no_events_is_zero() -> None:
    made = crude_rate(np.array([3.0, 0.0]), np.array([0.0, 50.0]), multiplier=1)
    assert np.isnan([made.value[0], made.lower[0], made.upper[0]]).all()
    assert made.value[1] == 0
    assert made.lower[1] == 0
    assert made.upper[1] > 0
