import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.byars import byars_limits
from hereabouts.statistics.dsr import directly_standardised_rate, standardised_rate_of_repeats
from hereabouts.statistics.intervals import Estimate, Numbers

STANDARD = np.array([3000.0, 1000.0])
COUNT = np.array([[10.0, 30.0]])
PEOPLE = np.array([[1000.0, 500.0]])


def standardised(count: Numbers = COUNT, people: Numbers = PEOPLE) -> Estimate:
    return directly_standardised_rate(count, people, STANDARD, multiplier=1000)


def test_a_rate_weighs_each_age_band_as_the_standard_does() -> None:
    # 10 per 1,000 with weight 3, and 60 per 1,000 with weight 1
    assert standardised().value[0] == pytest.approx((3 * 10 + 1 * 60) / 4)


def test_limits_stretch_byars_by_the_variance_of_the_weighted_rate() -> None:
    made, byars = standardised(), byars_limits(np.array([40.0]))
    variance = 10 * (0.75 / 1000) ** 2 + 30 * (0.25 / 500) ** 2
    stretch = 1000 * np.sqrt(variance / 40)
    assert made.lower[0] == pytest.approx(22.5 + stretch * (byars.lower[0] - 40))
    assert made.upper[0] == pytest.approx(22.5 + stretch * (byars.upper[0] - 40))


def test_where_the_ages_are_the_standards_the_rate_and_its_limits_are_crude() -> None:
    made, byars = standardised(people=STANDARD[None]), byars_limits(np.array([40.0]))
    assert made.value[0] == pytest.approx(10)
    assert made.lower[0] == pytest.approx(byars.lower[0] / 4)


def test_there_is_no_rate_of_fewer_than_ten_events() -> None:
    made = standardised(count=np.array([[4.0, 5.0], [4.0, 6.0]]), people=np.repeat(PEOPLE, 2, 0))
    for numbers in made:
        assert np.isnan(numbers).tolist() == [True, False]


@pytest.mark.parametrize(
    ("count", "people"),
    [([np.nan, 30.0], [1000.0, 500.0]), ([10.0, 30.0], [np.nan, 500.0]), ([0.0, 30.0], [0.0, 5.0])],
    ids=["count missing", "population missing", "nobody of that age"],
)
def test_an_age_band_without_figures_leaves_its_area_without_a_rate(
    count: list[float], people: list[float]
) -> None:
    made = standardised(np.array([count, COUNT[0]]), np.array([people, PEOPLE[0]]))
    for numbers in made:
        assert np.isnan(numbers).tolist() == [True, False]


def test_people_with_one_event_each_are_as_events_that_are_independent() -> None:
    made = standardised_rate_of_repeats(COUNT[..., None], PEOPLE, STANDARD, multiplier=1000)
    for numbers, alone in zip(made, standardised(), strict=True):
        assert numbers[0] == pytest.approx(alone[0])


def test_the_same_events_of_fewer_people_have_the_same_rate_and_wider_limits() -> None:
    twice = np.stack([np.zeros_like(COUNT), COUNT / 2], axis=-1)
    made = standardised_rate_of_repeats(twice, PEOPLE, STANDARD, multiplier=1000)
    alone = standardised()
    assert made.value[0] == pytest.approx(alone.value[0])
    # half the people, each counting four times: twice the variance
    assert made.upper[0] - made.value[0] == pytest.approx(
        np.sqrt(2) * (alone.upper[0] - alone.value[0])
    )


def test_bands_that_do_not_line_up_are_refused() -> None:
    with pytest.raises(DataError, match="Q712"):
        standardised(people=PEOPLE[:, :1])
    with pytest.raises(DataError, match="Q712"):
        standardised_rate_of_repeats(np.array(3.0), PEOPLE, STANDARD, multiplier=1)


def test_a_negative_count_and_a_confidence_in_percent_are_refused() -> None:
    with pytest.raises(DataError, match="Q701"):
        standardised(count=-COUNT)
    with pytest.raises(DataError, match="Q702"):
        directly_standardised_rate(COUNT, PEOPLE, STANDARD, multiplier=1, confidence=95)
