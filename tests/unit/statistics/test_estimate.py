import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.model.indicator import Method
from hereabouts.statistics.estimate import estimate


@pytest.mark.parametrize(
    ("method", "value", "has_limits"),
    [
        (Method.COUNT, 20, False),
        (Method.MEAN, 0.2, False),
        (Method.CRUDE_RATE, 20_000, True),
        (Method.PROPORTION, 20_000, True),
    ],
)
def test_each_method_makes_its_value(method: Method, value: float, has_limits: bool) -> None:
    made = estimate(np.array([20.0]), np.array([100.0]), method=method, multiplier=100_000)
    assert made.value[0] == pytest.approx(value)
    assert np.isfinite(made.lower[0]) == has_limits
    assert np.isfinite(made.upper[0]) == has_limits


def test_the_sum_of_a_mean_may_be_negative_but_a_count_may_not() -> None:
    minus, two = np.array([-4.0]), np.array([2.0])
    assert estimate(minus, two, method=Method.MEAN, multiplier=1).value[0] == -2
    with pytest.raises(DataError):
        estimate(minus, two, method=Method.COUNT, multiplier=1)
