"""Methods that standardise for age, by declaration alone."""

import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.model.indicator import Ages, Method
from hereabouts.statistics.dsr import directly_standardised_rate
from hereabouts.statistics.european_standard_population import european_standard_weights
from hereabouts.statistics.life_expectancy import life_expectancy
from tests.unit.indicators.made_up import add, indicator, observed, place

FIVES = range(0, 95, 5)
RNG = np.random.default_rng(7)
EVENTS = RNG.poisson(9, (4, len(FIVES))).astype(float)
PEOPLE = RNG.integers(400, 900, (4, len(FIVES))).astype(float)
CODES = ("E1", "E2", "E3", "W4")


def rows(numbers: np.ndarray, labels: list[str]) -> list[tuple[str, str, float]]:
    return [
        (code, label, float(numbers[a, b]))
        for a, code in enumerate(CODES)
        for b, label in enumerate(labels)
    ]


def labels() -> list[str]:
    return [f"Aged {age} to {age + 4}" for age in FIVES[:-1]] + ["90+"]


def test_a_dsr_is_made_of_added_up_events_and_people_by_age() -> None:
    with place() as connection:
        add(connection, "events", *rows(EVENTS, labels()))
        add(connection, "people", *rows(PEOPLE, labels()))
        found = observed(connection, indicator(method=Method.DSR, ages=Ages(column="age")))
    standard = european_standard_weights(list(FIVES))
    both = np.array([EVENTS[:2].sum(axis=0), EVENTS[2:].sum(axis=0)])
    people = np.array([PEOPLE[:2].sum(axis=0), PEOPLE[2:].sum(axis=0)])
    ours = directly_standardised_rate(both, people, standard, multiplier=1000)
    for n, board in enumerate(("B1", "B2")):
        row = found["icb", board]
        assert (row["value"], row["lower"], row["upper"]) == pytest.approx(
            (ours.value[n], ours.lower[n], ours.upper[n])
        )
        assert row["numerator"] == both[n].sum()


def test_single_years_are_merged_to_the_bands_of_the_standard() -> None:
    with place() as connection:
        for age in range(100):
            add(connection, "events", ("E1", str(age), 2.0))
            add(connection, "people", ("E1", str(age), 100.0))
        found = observed(connection, indicator(method=Method.DSR, ages=Ages(column="age")))
    assert found["lsoa", "E1"]["value"] == pytest.approx(20.0)


def test_ages_from_a_limit_on_are_left_out_of_both() -> None:
    with place() as connection:
        add(connection, "events", *rows(EVENTS, labels()))
        add(connection, "people", *rows(PEOPLE, labels()))
        ages = Ages(column="age", below=75)
        found = observed(connection, indicator(method=Method.DSR, ages=ages))
    assert found["lsoa", "E1"]["numerator"] == EVENTS[0, :15].sum()


def test_too_few_events_are_marked_as_unreliable_and_not_as_missing() -> None:
    with place() as connection:
        add(connection, "events", *rows(np.eye(4, len(FIVES)), labels()))
        add(connection, "people", *rows(PEOPLE, labels()))
        found = observed(connection, indicator(method=Method.DSR, ages=Ages(column="age")))
    row = found["lsoa", "E1"]
    assert (row["value"], row["marker"], row["numerator"]) == (None, "[u]", 1)


def test_an_indirect_ratio_is_100_for_what_it_compares_to() -> None:
    ages = Ages(column="age")
    with place() as connection:
        add(connection, "events", *rows(EVENTS, labels()))
        add(connection, "people", *rows(PEOPLE, labels()))
        said = indicator(
            method=Method.INDIRECT_RATIO, ages=ages, compare_to="place", multiplier=100.0
        )
        found = observed(connection, said)
    assert found["place", "place"]["value"] == pytest.approx(100)
    rates = EVENTS.sum(axis=0) / PEOPLE.sum(axis=0)
    expected = (PEOPLE[0] * rates).sum()
    assert found["lsoa", "E1"]["value"] == pytest.approx(100 * EVENTS[0].sum() / expected)


def test_life_expectancy_is_that_at_birth() -> None:
    starts = [0, 1, *range(5, 95, 5)]
    deaths = np.linspace(2, 60, len(starts)) * np.ones((4, 1))
    people = np.linspace(900, 300, len(starts)) * np.ones((4, 1))
    with place() as connection:
        add(connection, "events", *rows(deaths, [str(age) for age in starts]))
        add(connection, "people", *rows(people, [str(age) for age in starts]))
        ages = Ages(column="age")
        found = observed(connection, indicator(method=Method.LIFE_EXPECTANCY, ages=ages))
    ours = life_expectancy(np.array(starts, float), people[0] * 2, deaths[0] * 2)
    assert found["icb", "B1"]["value"] == pytest.approx(ours.years.value[0])


def test_a_row_of_all_ages_is_refused_and_never_counted_beside_its_parts() -> None:
    with place() as connection:
        add(connection, "events", ("E1", "All ages", 100.0), ("E1", "0-4", 5.0))
        add(connection, "people", *rows(PEOPLE, labels()))
        with pytest.raises(DataError) as refused:
            observed(connection, indicator(method=Method.DSR, ages=Ages(column="age")))
    assert refused.value.code == "Q851"


def test_events_at_ages_without_people_are_refused() -> None:
    with place() as connection:
        add(connection, "events", ("E1", "0-4", 5.0), ("E1", "5-9", 5.0))
        add(connection, "people", ("E1", "0-9", 100.0))
        with pytest.raises(DataError) as refused:
            observed(connection, indicator(method=Method.DSR, ages=Ages(column="age")))
    assert refused.value.code == "Q852"
