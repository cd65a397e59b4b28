import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.pyramid import FIVE_YEARS, population_pyramid

AGES: Numbers = np.arange(0.0, 91.0)
COUNTS = arrays(
    np.float64, (2, 91), elements=st.integers(min_value=0, max_value=100_000).map(float)
)


def test_ages_are_gathered_into_bands_by_sex() -> None:
    made = population_pyramid(AGES, np.ones(91), np.full(91, 2.0), starts=np.array([0.0, 18, 90]))
    assert made.female.people.tolist() == [18, 72, 1]
    assert made.male.people.tolist() == [36, 144, 2]
    assert made.both.people.tolist() == [54, 216, 3]
    assert made.male.share[0] == pytest.approx(36 / 273)


def test_bands_are_of_five_years_to_90_and_over() -> None:
    assert FIVE_YEARS.tolist()[:2] + FIVE_YEARS.tolist()[-1:] == [0, 5, 90]
    assert population_pyramid(AGES, np.ones(91), np.ones(91)).both.people.shape == (19,)


@given(COUNTS, COUNTS)
def test_nobody_is_lost_and_shares_add_up_to_one(female: Numbers, male: Numbers) -> None:
    made = population_pyramid(AGES, female, male)
    assert made.female.people.sum() == female.sum()
    assert made.both.people.sum() == female.sum() + male.sum()
    for area in range(2):
        if female[area].sum() + male[area].sum():
            assert made.both.share[area].sum() == pytest.approx(1)
            sides = made.female.share[area] + made.male.share[area]
            assert sides == pytest.approx(made.both.share[area])


@given(COUNTS, st.integers(min_value=2, max_value=50))
def test_two_places_alike_but_for_size_have_one_shape(counts: Numbers, times: int) -> None:
    one = population_pyramid(AGES, counts + 1, counts + 1)
    many = population_pyramid(AGES, (counts + 1) * times, (counts + 1) * times)
    assert many.female.share == pytest.approx(one.female.share)


def test_a_missing_age_is_a_missing_band_and_an_unknown_whole() -> None:
    female = np.ones((2, 91))
    female[0, 7] = np.nan
    made = population_pyramid(AGES, female, np.ones((2, 91)))
    assert np.isnan(made.female.people[0]).tolist() == [False, True] + [False] * 17
    assert np.isnan(made.both.people[0, 1])
    assert made.male.people[0, 1] == 5
    assert np.isnan(made.male.share[0]).all()
    assert not np.isnan(made.male.share[1]).any()


def test_nobody_at_all_has_no_shares() -> None:
    made = population_pyramid(AGES, np.zeros(91), np.zeros(91))
    assert made.both.people.sum() == 0
    assert np.isnan(made.both.share).all()


@pytest.mark.parametrize(
    ("ages", "starts", "problem"),
    [
        (AGES, np.array([5.0, 10.0]), "does not start at the first age"),
        (np.arange(0.0, 455.0, 5.0), np.array([0.0, 18.0]), "middle of an age group"),
        (AGES, np.array([0.0, 10.0, 5.0]), "do not go up"),
        (AGES, np.array([]), "do not go up"),
        (AGES[1:], FIVE_YEARS, "one age for each column"),
        (AGES * np.nan, FIVE_YEARS, "do not go up"),
    ],
)
def test_bands_that_would_lose_or_split_an_age_are_refused(
    ages: Numbers, starts: Numbers, problem: str
) -> None:
    with pytest.raises(DataError, match=problem) as caught:
        population_pyramid(ages, np.ones(91), np.ones(91), starts=starts)
    assert caught.value.code == "Q767"


def test_counts_are_counts_of_the_same_ages() -> None:
    with pytest.raises(DataError, match="Q701"):
        population_pyramid(AGES, np.ones(91), -np.ones(91))
    with pytest.raises(DataError, match="Q741"):
        population_pyramid(AGES, np.ones(91), np.ones(90))
