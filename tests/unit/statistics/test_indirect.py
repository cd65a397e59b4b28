import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.indirect import (
    expected_events,
    indirectly_standardised_rate,
    reference_rate,
    standardised_ratio,
)
from hereabouts.statistics.poisson import poisson_limits

REFERENCE = np.array([100.0, 600.0]), np.array([10_000.0, 20_000.0])


def test_expected_events_are_the_references_rates_in_the_areas_ages() -> None:
    # 10 and 30 per 1,000
    assert expected_events(np.array([[2000.0, 1000.0]]), *REFERENCE).tolist() == [50]


def test_an_age_band_nobody_is_in_expects_nothing_and_a_missing_one_nothing_that_can_be_said() -> (
    None
):
    made = expected_events(np.array([[0.0, 1000.0], [np.nan, 1000.0]]), *REFERENCE)
    assert made[0] == 30
    assert np.isnan(made[1])


def test_a_ratio_is_observed_over_expected_with_the_limits_of_the_count() -> None:
    observed, expected = np.array([75.0, 5.0]), np.array([50.0, 50.0])
    made, limits = standardised_ratio(observed, expected), poisson_limits(observed)
    assert made.value.tolist() == [150, 10]
    assert made.lower == pytest.approx(limits.lower * 2)
    assert made.upper == pytest.approx(limits.upper * 2)


def test_a_rate_is_the_ratio_times_the_references_crude_rate() -> None:
    crude = reference_rate(*REFERENCE, multiplier=1000)
    assert crude == pytest.approx(700 / 30)
    made = indirectly_standardised_rate(np.array([75.0]), np.array([50.0]), reference_rate=crude)
    assert made.value[0] == pytest.approx(1.5 * 700 / 30)


def test_where_nothing_is_expected_there_is_no_ratio() -> None:
    made = standardised_ratio(np.array([3.0, np.nan]), np.array([0.0, 50.0]))
    assert np.isnan(made.value).all()
    assert np.isnan(made.upper).all()


def test_a_reference_that_lacks_a_band_or_has_others_is_refused() -> None:
    with pytest.raises(DataError, match="Q711"):
        expected_events(np.ones((1, 2)), np.array([np.nan, 1.0]), REFERENCE[1])
    with pytest.raises(DataError, match="Q712"):
        expected_events(np.ones((1, 3)), *REFERENCE)
    with pytest.raises(DataError, match="Q712"):
        reference_rate(REFERENCE[0], np.ones(3), multiplier=1)
