import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.ratio_of_counts import ratio_of_counts


def test_staff_for_every_100_admissions_with_limits_worked_by_hand() -> None:
    made = ratio_of_counts(np.array([40.0]), np.array([160.0]), multiplier=100)
    reach = math.exp(1.959963984540054 * math.sqrt(1 / 40 + 1 / 160))
    assert made.value[0] == pytest.approx(25.0, rel=1e-12)
    assert made.lower[0] == pytest.approx(25.0 / reach, rel=1e-9)
    assert made.upper[0] == pytest.approx(25.0 * reach, rel=1e-9)
    assert made.lower[0] == pytest.approx(17.679, abs=1e-3)


def test_nothing_over_something_has_a_value_and_no_limits() -> None:
    made = ratio_of_counts(np.array([0.0, 5.0, np.nan]), np.array([8.0, 0.0, 3.0]))
    assert made.value[0] == 0
    assert np.isnan(made.value[1:]).all()
    assert np.isnan(made.lower).all()


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(DataError) as found:
        ratio_of_counts(np.array([-1.0]), np.array([1.0]))
    assert found.value.code == "Q701"


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_turned_over_the_limits_turn_over_too(top: int, bottom: int) -> None:
    over = ratio_of_counts(np.array([float(top)]), np.array([float(bottom)]))
    under = ratio_of_counts(np.array([float(bottom)]), np.array([float(top)]))
    assert over.lower[0] == pytest.approx(1 / under.upper[0], rel=1e-9)
    assert over.lower[0] < over.value[0] < over.upper[0]
