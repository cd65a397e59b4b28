"""Promises of standardised rates, means and quantiles, over figures that could exist."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from hereabouts.statistics.dsr import (
    MINIMUM_EVENTS,
    directly_standardised_rate,
    standardised_rate_of_repeats,
)
from hereabouts.statistics.indirect import expected_events, standardised_ratio
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.mean import mean_of_groups
from hereabouts.statistics.quantiles import quantile_groups, ranks
from hereabouts.statistics.student_t import student_t_quantile

BANDS = 4
COUNTS = arrays(np.float64, (3, BANDS), elements=st.integers(0, 500).map(float))
PEOPLE = arrays(np.float64, (3, BANDS), elements=st.integers(1, 100_000).map(float))
STANDARDS = arrays(np.float64, BANDS, elements=st.integers(1, 10_000).map(float))
CONFIDENCES = st.sampled_from([0.8, 0.95, 0.998])
VALUES = arrays(
    np.float64,
    st.integers(0, 60),
    elements=st.integers(-20, 20).map(float) | st.just(float("nan")),
)


@given(COUNTS, PEOPLE, STANDARDS, CONFIDENCES)
def test_limits_contain_the_standardised_rate_and_no_rate_comes_of_few_events(
    counts: Numbers, people: Numbers, standard: Numbers, confidence: float
) -> None:
    made = directly_standardised_rate(
        counts, people, standard, multiplier=1000, confidence=confidence
    )
    given_one = counts.sum(axis=-1) >= MINIMUM_EVENTS
    assert (~np.isnan(made.value) == given_one).all()
    assert (made.lower[given_one] < made.value[given_one]).all()
    assert (made.value[given_one] < made.upper[given_one]).all()


@given(COUNTS, PEOPLE, STANDARDS, st.permutations(range(BANDS)), st.integers(2, 100))
def test_neither_the_order_of_bands_nor_the_size_of_the_standard_matters(
    counts: Numbers, people: Numbers, standard: Numbers, order: list[int], times: int
) -> None:
    made = directly_standardised_rate(counts, people, standard, multiplier=1)
    again = directly_standardised_rate(
        counts[:, order], people[:, order], standard[order] * times, multiplier=1
    )
    for numbers, others in zip(made, again, strict=True):
        np.testing.assert_allclose(others, numbers, rtol=1e-9, atol=1e-15)


@given(COUNTS, PEOPLE, STANDARDS)
def test_each_area_is_as_it_would_be_alone(
    counts: Numbers, people: Numbers, standard: Numbers
) -> None:
    together = directly_standardised_rate(counts, people, standard, multiplier=1)
    alone = directly_standardised_rate(counts[1], people[1], standard, multiplier=1)
    for numbers, one in zip(together, alone, strict=True):
        np.testing.assert_allclose(numbers[1], one, rtol=1e-12)


@given(arrays(np.float64, (3, BANDS, 3), elements=st.integers(0, 99).map(float)), PEOPLE, STANDARDS)
def test_limits_of_repeated_events_are_never_narrower(
    persons: Numbers, people: Numbers, standard: Numbers
) -> None:
    made = standardised_rate_of_repeats(persons, people, standard, multiplier=1)
    alone = directly_standardised_rate(persons @ [1, 2, 3], people, standard, multiplier=1)
    np.testing.assert_allclose(made.value, alone.value, rtol=1e-12)
    known = ~np.isnan(made.value)
    slack = 1e-12 * made.value[known]
    assert (made.lower[known] <= alone.lower[known] + slack).all()
    assert (made.upper[known] >= alone.upper[known] - slack).all()


@given(COUNTS, PEOPLE)
def test_the_reference_standardised_to_itself_is_a_hundred(
    counts: Numbers, people: Numbers
) -> None:
    made = standardised_ratio(
        counts.sum(axis=-1)[:1], expected_events(people[:1], counts[0], people[0])
    )
    assert made.value[0] == pytest.approx(100 if counts[0].any() else np.nan, nan_ok=True)


@given(VALUES, st.integers(2, 12), st.booleans())
def test_quantile_groups_follow_the_values_and_are_of_like_size(
    values: Numbers, groups: int, highest_first: bool
) -> None:
    made = quantile_groups(values, groups=groups, highest_first=highest_first)
    known = ~np.isnan(values)
    if known.sum() < groups:
        assert np.isnan(made).all()
        return
    assert (np.isnan(made) == ~known).all()
    order = np.argsort(-values[known] if highest_first else values[known])
    assert (np.diff(made[known][order]) >= 0).all()
    assert made[known].min() == 1
    if len(np.unique(values[known])) == known.sum():
        sizes = np.bincount(made[known].astype(int), minlength=groups + 1)[1:]
        assert sizes.max() - sizes.min() <= 1


@given(VALUES, st.booleans(), st.integers(0, 2**32 - 1))
def test_a_rank_counts_those_before_it_in_whatever_order_they_come(
    values: Numbers, highest_first: bool, seed: int
) -> None:
    made = ranks(values, highest_first=highest_first)
    for value, rank in zip(values, made, strict=True):
        before = values > value if highest_first else values < value
        assert np.isnan(rank) if np.isnan(value) else rank == 1 + before.sum()
    order = np.random.default_rng(seed).permutation(len(values))
    np.testing.assert_array_equal(ranks(values[order], highest_first=highest_first), made[order])


@given(
    arrays(np.float64, st.integers(2, 40), elements=st.floats(-1e6, 1e6)),
    st.floats(-1e6, 1e6),
    CONFIDENCES,
)
def test_limits_of_a_mean_contain_it_and_move_with_its_values(
    values: Numbers, shift: float, confidence: float
) -> None:
    group = np.zeros(len(values), np.int64)
    made = mean_of_groups(values, group, groups=1, confidence=confidence)
    moved = mean_of_groups(values + shift, group, groups=1, confidence=confidence)
    assert made.lower[0] <= made.value[0] <= made.upper[0]
    for numbers, others in zip(made, moved, strict=True):
        assert others[0] == pytest.approx(numbers[0] + shift, rel=1e-9, abs=1e-3)


@given(st.integers(1, 5000), CONFIDENCES)
def test_more_degrees_of_freedom_reach_less_far(degrees: int, confidence: float) -> None:
    fewer, more = student_t_quantile(np.array([degrees, degrees + 1.0]), confidence=confidence)
    assert fewer > more
