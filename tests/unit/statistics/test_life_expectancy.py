import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.life_expectancy import Unpublished, life_expectancy

AGES: Numbers = np.array([0.0, 1.0, *range(5, 91, 5)])
PEOPLE: Numbers = np.full(20, 40_000.0)
RATES: Numbers = np.concatenate([[0.004, 0.0003], 0.0001 * np.exp(0.095 * np.arange(5, 91, 5))])
DEATHS: Numbers = np.round(PEOPLE * RATES)


def changed(column: Numbers, at: int, to: float) -> Numbers:
    copy = column.copy()
    copy[at] = to
    return copy


def test_a_constant_risk_gives_its_inverse() -> None:
    """With a risk of 2% a year at every age, 50 years are left at every age."""
    ages = np.arange(0.0, 400.0)
    made = life_expectancy(ages, np.full(400, 1e6), np.full(400, 2e4)).years
    assert made.value[1:] == pytest.approx(50, rel=1e-3)
    assert made.value[0] == pytest.approx(50, rel=0.01)


@given(
    st.integers(min_value=0, max_value=19),
    st.integers(min_value=1, max_value=300),
)
def test_one_more_death_never_lengthens_life(band: int, more: int) -> None:
    before = life_expectancy(AGES, PEOPLE, DEATHS).years
    after = life_expectancy(AGES, PEOPLE, changed(DEATHS, band, DEATHS[band] + more)).years
    assert (after.value <= before.value + 1e-9).all()
    assert after.value[0] < before.value[0]
    assert (after.lower < after.value).all()
    assert (after.value < after.upper).all()


@given(st.integers(min_value=2, max_value=1_000))
def test_more_people_at_the_same_risk_narrow_the_limits(times: int) -> None:
    one = life_expectancy(AGES, PEOPLE, DEATHS).years
    many = life_expectancy(AGES, PEOPLE * times, DEATHS * times).years
    assert many.value == pytest.approx(one.value)
    assert many.upper - many.lower == pytest.approx((one.upper - one.lower) / np.sqrt(times))


def test_higher_confidence_is_wider() -> None:
    inner, outer = (
        life_expectancy(AGES, PEOPLE, DEATHS, confidence=c).years for c in (0.95, 0.998)
    )
    assert (outer.lower < inner.lower).all()
    assert (outer.upper > inner.upper).all()


@pytest.mark.parametrize(
    ("people", "deaths", "reason"),
    [
        (changed(PEOPLE, 3, np.nan), DEATHS, Unpublished.BAND_MISSING),
        (PEOPLE, changed(DEATHS, 19, np.nan), Unpublished.BAND_MISSING),
        (changed(PEOPLE, 3, 0), DEATHS, Unpublished.NOBODY_IN_A_BAND),
        (PEOPLE, changed(DEATHS, 4, 40_001), Unpublished.MORE_DEATHS_THAN_PEOPLE),
        (PEOPLE, changed(DEATHS, 19, 0), Unpublished.NO_DEATHS_IN_LAST_BAND),
        (PEOPLE / 160, DEATHS / 160, Unpublished.TOO_FEW_PEOPLE),
    ],
)
def test_what_is_not_published_says_why_and_leaves_its_neighbours_alone(
    people: Numbers, deaths: Numbers, reason: Unpublished
) -> None:
    made = life_expectancy(AGES, np.array([people, PEOPLE]), np.array([deaths, DEATHS]))
    assert (made.reason[0] == reason).all()
    assert np.isnan(np.array(made.years)[:, 0]).all()
    assert (made.reason[1] == Unpublished.PUBLISHED).all()
    alone = life_expectancy(AGES, PEOPLE, DEATHS).years
    assert np.array(made.years)[:, 1].tolist() == np.array(alone).tolist()


def test_5001_people_are_enough() -> None:
    people = PEOPLE * 5_001 / PEOPLE.sum()
    assert life_expectancy(AGES, people, people * 0.2).reason[0] == Unpublished.PUBLISHED


def test_an_interval_wider_than_20_years_is_not_published_at_that_age_alone() -> None:
    """A last band of two deaths has wide limits; at birth it hardly counts."""
    made = life_expectancy(AGES, PEOPLE, changed(DEATHS, 19, 2))
    assert (made.reason == Unpublished.TOO_WIDE).any()
    few = changed(changed(PEOPLE, 19, 40), 19, 12)
    made = life_expectancy(AGES, few, changed(DEATHS, 19, 1))
    assert made.reason[-1] == Unpublished.TOO_WIDE
    assert np.isnan(made.years.upper[-1])
    assert made.reason[0] == Unpublished.PUBLISHED


def test_an_age_that_nobody_reaches_has_no_expectancy() -> None:
    made = life_expectancy(AGES, PEOPLE, changed(DEATHS, 10, 39_000))
    assert (made.reason[11:] == Unpublished.NOBODY_REACHES_THIS_AGE).all()
    assert np.isnan(made.years.value[11:]).all()
    assert (made.reason[:11] == Unpublished.PUBLISHED).all()


def test_bands_without_deaths_are_no_trouble() -> None:
    made = life_expectancy(AGES, PEOPLE, changed(DEATHS, 2, 0))
    assert (made.reason == 0).all()


@pytest.mark.parametrize(
    ("ages", "people", "deaths", "code"),
    [
        (AGES, -PEOPLE, DEATHS, "Q701"),
        (AGES, PEOPLE, DEATHS[1:], "Q741"),
        (AGES[1:], PEOPLE[1:], DEATHS[1:], "Q766"),
        (AGES[::-1], PEOPLE, DEATHS, "Q766"),
        (AGES[:-1], PEOPLE, DEATHS, "Q766"),
    ],
)
def test_what_cannot_be_used_is_refused(
    ages: Numbers, people: Numbers, deaths: Numbers, code: str
) -> None:
    with pytest.raises(DataError) as caught:
        life_expectancy(ages, people, deaths)
    assert caught.value.code == code
    with pytest.raises(DataError, match="Q702"):
        life_expectancy(AGES, PEOPLE, DEATHS, confidence=95)
