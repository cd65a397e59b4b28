from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.slope_index import (
    AS_GIVEN,
    LOG,
    LOGIT,
    Fit,
    Simulation,
    error_from_limits,
    slope_index,
)

VALUE = np.array([75.9, 78.3, 80.1, 81.4, 82.0])
PEOPLE = np.array([7_000.0, 8_000.0, 6_000.0, 7_500.0, 5_500.0])
ERROR = np.array([1.6, 1.5, 1.4, 1.5, 1.3])
QUICK = Simulation(draws=2_000)


def test_values_on_a_straight_line_have_its_slope() -> None:
    made = slope_index(np.array([10.0, 20.0, 30.0]), np.ones(3), np.zeros(3), simulation=QUICK)
    assert made.slope.value == made.slope.lower == made.slope.upper == pytest.approx(30)
    assert made.ratio.value == pytest.approx(35 / 5)
    assert made.intercept == pytest.approx(5)


def test_the_same_seed_gives_the_same_limits_and_another_nearly() -> None:
    first = slope_index(VALUE, PEOPLE, ERROR)
    assert slope_index(VALUE, PEOPLE, ERROR).slope == first.slope
    other = slope_index(VALUE, PEOPLE, ERROR, simulation=Simulation(seed=2))
    assert other.slope.lower != first.slope.lower
    width = first.slope.upper - first.slope.lower
    assert other.slope.lower == pytest.approx(first.slope.lower, abs=float(0.02 * width))


def test_limits_of_a_slope_are_those_that_can_be_reckoned() -> None:
    """A slope is a weighted sum, so that its standard error has a closed form."""
    made = slope_index(VALUE, PEOPLE, ERROR)
    share = PEOPLE / PEOPLE.sum()
    middle = np.cumsum(share) - share / 2
    pull = share * (middle - share @ middle)
    error = np.sqrt(((pull / (pull @ middle) * ERROR) ** 2).sum())
    width = made.slope.upper - made.slope.lower
    assert width == pytest.approx(2 * 1.959964 * error, rel=0.01)


@settings(max_examples=25)
@given(st.permutations(range(4)))
def test_an_areas_limits_do_not_depend_on_its_neighbours(order: list[int]) -> None:
    values = VALUE + np.arange(4.0)[:, None] * [3, 1, 0, -1, -2]
    people, error = np.tile(PEOPLE, (4, 1)), np.tile(ERROR, (4, 1))
    straight = slope_index(values, people, error, simulation=QUICK)
    mixed = slope_index(values[order], people, error, simulation=QUICK)
    for before, after in zip(
        straight.slope + straight.ratio, mixed.slope + mixed.ratio, strict=True
    ):
        assert (after == before[order]).all()


@settings(max_examples=25)
@given(st.floats(min_value=0.01, max_value=1_000), st.floats(min_value=0.01, max_value=100))
def test_scale_of_values_and_of_people(times: float, more: float) -> None:
    made = slope_index(VALUE, PEOPLE, ERROR, simulation=QUICK)
    scaled = slope_index(VALUE * times, PEOPLE * more, ERROR * times, simulation=QUICK)
    assert scaled.slope.value == pytest.approx(made.slope.value * times)
    assert scaled.slope.lower == pytest.approx(made.slope.lower * times)
    assert scaled.ratio.upper == pytest.approx(made.ratio.upper)


@pytest.mark.parametrize("fit", [Fit(), Fit(LOG), Fit(LOGIT), Fit(LOG, True), Fit(LOGIT, True)])
def test_a_negative_multiplier_turns_both_round(fit: Fit) -> None:
    value, error = np.array([0.3, 0.25, 0.24, 0.15, 0.1]), np.full(5, 0.02)
    made = slope_index(value, PEOPLE, error, fit=fit, simulation=QUICK)
    turned = slope_index(value, PEOPLE, error, fit=replace(fit, multiplier=-100), simulation=QUICK)
    assert turned.slope.value == pytest.approx(-100 * made.slope.value)
    assert turned.ratio.value == pytest.approx(1 / made.ratio.value)
    for index in (made.slope, made.ratio, turned.slope, turned.ratio):
        assert index.lower < index.value < index.upper


def test_an_area_that_lacks_a_group_has_no_gap_and_the_others_do() -> None:
    values, people, errors = (np.tile(column, (4, 1)) for column in (VALUE, PEOPLE, ERROR))
    values[0, 2] = people[1, 0] = errors[2, 4] = np.nan
    made = slope_index(values, people, errors, simulation=QUICK)
    assert np.isnan(made.slope.value).tolist() == [True, True, True, False]
    people[3, 1] = 0
    assert np.isnan(slope_index(values, people, errors, simulation=QUICK).ratio.upper).all()


def test_a_line_that_starts_below_nothing_has_no_ratio() -> None:
    made = slope_index(np.array([1.0, 5.0, 9.0]), np.ones(3), np.ones(3), simulation=QUICK)
    assert made.slope.value == pytest.approx(12)
    assert made.intercept < 0
    assert np.isnan(made.ratio).all()


def test_errors_come_from_95_per_cent_limits() -> None:
    made = error_from_limits(np.array([np.e**1, np.nan]), np.array([np.e**2, 3.0]), scale=LOG)
    assert made[0] == pytest.approx(1 / (2 * 1.959963984540054))
    assert np.isnan(made[1])


@pytest.mark.parametrize(
    ("columns", "options", "code"),
    [
        ((VALUE, -PEOPLE, ERROR), {}, "Q701"),
        ((VALUE, PEOPLE, -ERROR), {}, "Q701"),
        ((VALUE, PEOPLE[:4], ERROR), {}, "Q741"),
        ((VALUE, PEOPLE, ERROR), {"fit": Fit(LOGIT)}, "Q763"),
        ((VALUE - 75.9, PEOPLE, ERROR), {"fit": Fit(LOG)}, "Q763"),
        ((VALUE[:1], PEOPLE[:1], ERROR[:1]), {"fit": Fit(AS_GIVEN)}, "Q764"),
        ((VALUE, PEOPLE, ERROR), {"simulation": Simulation(draws=999)}, "Q765"),
        ((VALUE, PEOPLE, ERROR), {"simulation": Simulation(confidence=95)}, "Q702"),
    ],
)
def test_what_cannot_be_used_is_refused(
    columns: tuple[Numbers, Numbers, Numbers], options: dict[str, Any], code: str
) -> None:
    with pytest.raises(DataError) as caught:
        slope_index(*columns, **options)
    assert caught.value.code == code
