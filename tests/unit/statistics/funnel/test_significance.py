import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.funnel.significance import (
    count_significance,
    proportion_significance,
    standardised_significance,
)


def test_each_step_away_from_the_benchmark_has_a_number() -> None:
    n = np.full(5, 1000.0)
    x = np.array([440.0, 460.0, 500.0, 540.0, 560.0])
    assert proportion_significance(x, n, benchmark=0.5).tolist() == [-2, -1, 0, 1, 2]
    expected = np.full(5, 100.0)
    observed = np.array([65.0, 78.0, 100.0, 125.0, 140.0])
    assert count_significance(observed, expected).tolist() == [-2, -1, 0, 1, 2]


def test_what_is_not_known_is_not_judged() -> None:
    x, n = np.array([np.nan, 0.0, 5.0]), np.array([10.0, 0.0, np.nan])
    assert np.isnan(proportion_significance(x, n, benchmark=0.5)).all()
    assert np.isnan(count_significance(x, n)).all()
    assert np.isnan(standardised_significance(x, n)).all()


def test_no_events_where_some_were_expected_is_low() -> None:
    made = count_significance(np.array([0.0, 0.0]), np.array([1.0, 20.0]))
    assert made.tolist() == [0, -2]


def test_fewer_than_ten_events_are_not_judged_by_a_standardised_rate() -> None:
    made = standardised_significance(np.array([9.0, 10.0, 4000.0]), np.array([50.0, 20.0, 20.0]))
    assert np.isnan(made[0])
    assert made[1:].tolist() == [0, 0]


@given(st.floats(min_value=0.001, max_value=1e6))
def test_a_rate_is_judged_alike_whatever_it_is_per(multiplier: float) -> None:
    events = np.array([12.0, 80.0, 300.0, 40.0])
    rates = np.array([30.0, 12.0, 25.0, 18.0])
    assert (
        standardised_significance(events, rates).tolist()
        == standardised_significance(events, rates * multiplier).tolist()
    )


def test_columns_that_do_not_match_are_refused() -> None:
    for judge in (count_significance, standardised_significance):
        with pytest.raises(DataError) as caught:
            judge(np.array([1.0, 2.0]), np.array([1.0]))
        assert caught.value.code == "Q741"
