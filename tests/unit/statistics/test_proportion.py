import numpy as np
import pytest

from hereabouts.statistics.proportion import proportion


def test_a_percentage_and_its_limits_are_on_one_scale() -> None:
    made = proportion(np.array([65.0]), np.array([100.0]), multiplier=100)
    assert made.value[0] == pytest.approx(65)
    assert made.lower[0] == pytest.approx(55.25444329688797, rel=1e-9)
    assert made.upper[0] == pytest.approx(73.63575175690247, rel=1e-9)


def test_a_share_of_nobody_is_missing() -> None:
    made = proportion(np.array([0.0]), np.array([0.0]), multiplier=100)
    assert np.isnan([made.value[0], made.lower[0], made.upper[0]]).all()
