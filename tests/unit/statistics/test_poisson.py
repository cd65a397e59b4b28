import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.byars import byars_limits
from hereabouts.statistics.exact_poisson import exact_poisson_limits
from hereabouts.statistics.poisson import poisson_limits


def test_limits_are_exact_below_ten_events_and_byars_from_ten() -> None:
    counts = np.array([9.0, 10.0])
    limits, exact, byars = (
        poisson_limits(counts),
        exact_poisson_limits(counts),
        byars_limits(counts),
    )
    assert limits.lower.tolist() == [exact.lower[0], byars.lower[1]]
    assert limits.upper.tolist() == [exact.upper[0], byars.upper[1]]


def test_a_missing_count_has_no_limits() -> None:
    limits = poisson_limits(np.array([np.nan]))
    assert np.isnan([limits.lower[0], limits.upper[0]]).all()


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(DataError, match="Q701"):
        poisson_limits(np.array([-1.0]))
