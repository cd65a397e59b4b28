import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.model.indicator import Polarity
from hereabouts.statistics.spc.icons import Assurance, Variation, assurance, variation
from hereabouts.statistics.spc.special_causes import SpecialCause

HIGH_FORMS = [
    SpecialCause.ABOVE_UPPER_LIMIT,
    SpecialCause.RISING_TREND,
    SpecialCause.TWO_IN_THREE_HIGH,
    SpecialCause.RUN_ABOVE_MEAN,
]
LOW_FORMS = [
    SpecialCause.BELOW_LOWER_LIMIT,
    SpecialCause.FALLING_TREND,
    SpecialCause.TWO_IN_THREE_LOW,
    SpecialCause.RUN_BELOW_MEAN,
]


@pytest.mark.parametrize(
    ("better", "high", "low"),
    [
        (Polarity.HIGHER, Variation.IMPROVEMENT_HIGH, Variation.CONCERN_LOW),
        (Polarity.LOWER, Variation.CONCERN_HIGH, Variation.IMPROVEMENT_LOW),
        (Polarity.NEITHER, Variation.NEUTRAL_HIGH, Variation.NEUTRAL_LOW),
    ],
)
def test_variation_is_judged_by_which_way_is_better(
    better: Polarity, high: Variation, low: Variation
) -> None:
    assert set(variation(np.array(HIGH_FORMS, dtype=np.int8), better=better)) == {high}
    assert set(variation(np.array(LOW_FORMS, dtype=np.int8), better=better)) == {low}


def test_a_missing_point_has_no_icon_and_common_cause_has_its_own() -> None:
    cause = np.array([SpecialCause.MISSING, SpecialCause.COMMON_CAUSE], dtype=np.int8)
    icons = variation(cause, better=Polarity.HIGHER)
    assert list(icons) == [Variation.MISSING, Variation.COMMON_CAUSE]


@pytest.mark.parametrize(
    ("better", "expected"),
    [
        (Polarity.HIGHER, [Assurance.FAIL, Assurance.PASS, Assurance.HIT_OR_MISS]),
        (Polarity.LOWER, [Assurance.PASS, Assurance.FAIL, Assurance.HIT_OR_MISS]),
        (Polarity.NEITHER, [Assurance.MISSING] * 3),
    ],
)
def test_assurance_is_as_in_the_published_cases(
    better: Polarity, expected: list[Assurance]
) -> None:
    lower, upper = np.array([1.0, 5.0, 1.0]), np.array([3.0, 7.0, 5.0])
    assert list(assurance(lower, upper, np.full(3, 4.0), better=better)) == expected


def test_a_target_on_a_limit_is_hit_or_miss() -> None:
    limits = np.array([1.0, 1.0]), np.array([3.0, 3.0])
    icons = assurance(*limits, np.array([1.0, 3.0]), better=Polarity.HIGHER)
    assert set(icons) == {Assurance.HIT_OR_MISS}


def test_there_is_no_assurance_without_a_target_or_limits() -> None:
    nan = np.nan
    icons = assurance(
        np.array([1.0, nan]), np.array([3.0, nan]), np.array([nan, 2.0]), better=Polarity.HIGHER
    )
    assert list(icons) == [Assurance.MISSING, Assurance.MISSING]


def test_a_target_for_each_series() -> None:
    with pytest.raises(DataError) as caught:
        assurance(np.zeros(3), np.ones(3), np.zeros(1), better=Polarity.LOWER)
    assert caught.value.code == "Q741"
