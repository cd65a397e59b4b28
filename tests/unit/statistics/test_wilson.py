import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.wilson import wilson_limits


def test_limits_for_65_of_100_are_as_published() -> None:
    limits = wilson_limits(np.array([65.0]), np.array([100.0]))
    assert limits.lower[0] == pytest.approx(0.5525444329688797, rel=1e-9)
    assert limits.upper[0] == pytest.approx(0.7363575175690247, rel=1e-9)


def test_none_and_all_have_limits_inside_nought_to_one() -> None:
    limits = wilson_limits(np.array([0.0, 20.0]), np.array([20.0, 20.0]))
    assert limits.lower[0] == pytest.approx(0, abs=1e-15)
    assert limits.upper[1] == pytest.approx(1, abs=1e-15)


def test_limits_of_none_and_all_are_the_ends_themselves_at_any_confidence() -> None:
    """A hair above 1 at 95% and not at 99.8% would make the surer limits the narrower ones."""
    n = np.arange(1.0, 2_001.0)
    for confidence in (0.95, 0.998):
        assert np.all(wilson_limits(n, n, confidence=confidence).upper == 1)
        assert np.all(wilson_limits(0 * n, n, confidence=confidence).lower == 0)


def test_a_missing_or_zero_denominator_has_missing_limits() -> None:
    limits = wilson_limits(np.array([5.0, 5.0, np.nan]), np.array([np.nan, 0.0, 10.0]))
    assert np.isnan(limits.lower).all()
    assert np.isnan(limits.upper).all()


def test_a_numerator_above_its_denominator_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        wilson_limits(np.array([11.0]), np.array([10.0]))
    assert caught.value.code == "Q703"
