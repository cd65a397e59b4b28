import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Estimate, Numbers, normal_quantile
from hereabouts.statistics.rank_intervals import RankIntervals, rank_intervals, rank_words
from hereabouts.statistics.rate import crude_rate

AREAS = 42
RUNS = 800
# An area whose error is far below the others' is covered 95% of the time and no more, so the least
# covered of 42 will be measured below that by chance: by no more than four standard errors.
NOISE = 4 * (0.95 * 0.05 / RUNS) ** 0.5


def about(value: Numbers, half_width: float | Numbers) -> Estimate:
    return Estimate(value, value - half_width, value + half_width)


def test_areas_far_apart_have_sure_ranks() -> None:
    ranks = rank_intervals(about(np.array([10.0, 30.0, 20.0]), 1))
    for column in (ranks.rank, ranks.first, ranks.last):
        np.testing.assert_array_equal(column, [3, 1, 2])
    assert ranks.of == 3


def test_areas_alike_may_have_any_rank() -> None:
    ranks = rank_intervals(about(np.array([10.0, 10.1, 10.2]), 5))
    np.testing.assert_array_equal(ranks.rank, [3, 2, 1])
    assert set(ranks.first) == {1}
    assert set(ranks.last) == {3}


def test_a_pair_is_told_apart_by_the_interval_of_its_difference() -> None:
    # Two areas are one comparison: limits of 3 and 4 either way make a difference of 5.
    apart = rank_intervals(Estimate(*(np.array(x) for x in ([0, 5.01], [-4, 2.01], [4, 8.01]))))
    near = rank_intervals(Estimate(*(np.array(x) for x in ([0, 4.99], [-4, 1.99], [4, 7.99]))))
    assert (apart.last[1], near.last[1]) == (1, 2)


def test_lopsided_limits_reach_only_the_way_they_face() -> None:
    lower, upper = np.array([0.0, 4.0]), np.array([9.0, 5.0])  # the first reaches up, past 4
    up = rank_intervals(Estimate(np.array([0.0, 4.0]), lower, upper))
    down = rank_intervals(Estimate(np.array([0.0, 4.0]), lower - [9, 0], upper - [9, 0]))
    assert (up.first[0], down.first[0]) == (1, 2)


def test_the_lowest_may_come_first() -> None:
    ranks = rank_intervals(about(np.array([10.0, 30.0, 20.0]), 1), highest_first=False)
    np.testing.assert_array_equal(ranks.rank, [1, 3, 2])


def test_equal_values_share_the_better_rank() -> None:
    ranks = rank_intervals(about(np.array([5.0, 9.0, 5.0, 1.0]), 0.1))
    np.testing.assert_array_equal(ranks.rank, [2, 1, 2, 4])
    np.testing.assert_array_equal(ranks.last, [3, 1, 3, 4])


def test_an_area_without_a_value_or_a_limit_is_not_ranked_or_counted() -> None:
    estimate = about(np.array([10.0, np.nan, 20.0, 30.0]), np.array([1.0, 1.0, np.nan, 1.0]))
    ranks = rank_intervals(estimate)
    np.testing.assert_array_equal(ranks.rank, [2, np.nan, np.nan, 1])
    np.testing.assert_array_equal(ranks.last, [2, np.nan, np.nan, 1])
    assert ranks.of == 2


@pytest.mark.parametrize("areas", [0, 1])
def test_one_area_is_first_of_one_and_none_are_none(areas: int) -> None:
    ranks = rank_intervals(about(np.ones(areas), 1))
    assert list(ranks.first) == list(ranks.last) == [1] * areas


MANY = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=30)


@given(MANY, st.booleans())
def test_a_rank_is_within_its_interval(areas: list[tuple[int, int]], highest_first: bool) -> None:
    value, half = np.array(areas, dtype=np.float64).T
    ranks = rank_intervals(about(value, half), highest_first=highest_first)
    assert ((ranks.first >= 1) & (ranks.first <= ranks.rank)).all()
    assert ((ranks.rank <= ranks.last) & (ranks.last <= len(areas))).all()


@given(MANY, st.integers(0, 9))
def test_the_order_of_the_rows_does_not_matter(areas: list[tuple[int, int]], seed: int) -> None:
    value, half = np.array(areas, dtype=np.float64).T
    order = np.random.default_rng(seed).permutation(len(areas))
    was, mixed = (
        rank_intervals(about(value, half)),
        rank_intervals(about(value[order], half[order])),
    )
    np.testing.assert_array_equal(mixed.first, was.first[order])
    np.testing.assert_array_equal(mixed.last, was.last[order])


LOPSIDED = st.lists(st.tuples(*[st.integers(0, 60)] * 3), min_size=1, max_size=30)


@given(LOPSIDED)
def test_upside_down_the_lowest_is_ranked_as_the_highest_was(
    areas: list[tuple[int, int, int]],
) -> None:
    value, down, up = np.array(areas, dtype=np.float64).T
    high = rank_intervals(Estimate(value, value - down, value + up))
    low = rank_intervals(Estimate(-value, -value - up, -value + down), highest_first=False)
    np.testing.assert_array_equal(low.first, high.first)
    np.testing.assert_array_equal(low.last, high.last)


@given(LOPSIDED)
def test_each_area_surely_before_another_has_it_surely_after(
    areas: list[tuple[int, int, int]],
) -> None:
    value, down, up = np.array(areas, dtype=np.float64).T
    ranks = rank_intervals(Estimate(value, value - down, value + up))
    assert (ranks.first - 1).sum() == (len(areas) - ranks.last).sum()


def test_areas_too_many_for_one_block_are_ranked_among_all() -> None:
    ranks = rank_intervals(about(np.arange(3_000.0), 0.1), highest_first=False)
    np.testing.assert_array_equal(ranks.first, np.arange(1, 3_001))
    np.testing.assert_array_equal(ranks.last, np.arange(1, 3_001))


@given(MANY)
def test_intervals_that_hold_together_or_more_surely_are_no_narrower(
    areas: list[tuple[int, int]],
) -> None:
    value, half = np.array(areas, dtype=np.float64).T
    alone = rank_intervals(about(value, half))
    for wider in (
        rank_intervals(about(value, half), together=True),
        rank_intervals(about(value, half), confidence=0.998),
        rank_intervals(about(value, half), limits_confidence=0.8),
    ):
        assert (wider.first <= alone.first).all()
        assert (wider.last >= alone.last).all()


def covered(ranks: RankIntervals, truth: Numbers) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether each interval holds every rank that the area's true value has."""
    first = 1 + (truth > truth[:, None]).sum(axis=1)
    last = len(truth) - (truth < truth[:, None]).sum(axis=1)
    held: np.ndarray[tuple[int], np.dtype[np.bool_]] = (ranks.first <= first) & (ranks.last >= last)
    return held


TRUTHS = {
    "all alike": np.zeros(AREAS),
    "evenly apart": np.arange(AREAS) * 0.5,
    "far apart": np.arange(AREAS) * 4.0,
    "three groups": np.repeat([0.0, 3.0, 6.0], AREAS // 3),
}


@pytest.mark.parametrize("truth", TRUTHS.values(), ids=TRUTHS)
def test_coverage_of_values_with_normal_errors(truth: Numbers) -> None:
    random = np.random.default_rng(20260101)
    error = random.uniform(0.5, 2, AREAS)
    alone, together = [], []
    for _ in range(RUNS):
        estimate = about(random.normal(truth, error), normal_quantile(0.95) * error)
        alone.append(covered(rank_intervals(estimate), truth))
        together.append(covered(rank_intervals(estimate, together=True), truth).all())
    assert np.mean(alone) >= 0.95
    assert np.mean(alone, axis=0).min() >= 0.95 - NOISE
    assert np.mean(together) >= 0.95


def test_coverage_of_rates_of_few_events() -> None:
    random = np.random.default_rng(20260102)
    truth = np.linspace(0.001, 0.004, AREAS)
    people = random.uniform(2_000, 20_000, AREAS)
    alone, together = [], []
    for _ in range(RUNS):
        events = random.poisson(truth * people).astype(np.float64)
        estimate = crude_rate(events, people, multiplier=100_000)
        alone.append(covered(rank_intervals(estimate), truth))
        together.append(covered(rank_intervals(estimate, together=True), truth).all())
    assert np.mean(alone) >= 0.95
    assert np.mean(alone, axis=0).min() >= 0.95 - NOISE
    assert np.mean(together) >= 0.95


def test_a_value_outside_its_limits_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        rank_intervals(Estimate(np.array([5.0]), np.array([6.0]), np.array([7.0])))
    assert caught.value.code == "Q746"


@pytest.mark.parametrize("said", [{"confidence": 95}, {"limits_confidence": 95}])
def test_confidence_is_a_fraction(said: dict[str, float]) -> None:
    with pytest.raises(DataError) as caught:
        rank_intervals(about(np.ones(2), 1), **said)  # type: ignore[arg-type]
    assert caught.value.code == "Q702"


@pytest.mark.parametrize(
    ("first", "last", "of", "words"),
    [
        (12, 31, 42, "between 12th and 31st of 42"),
        (1, 2, 42, "between 1st and 2nd of 42"),
        (3, 11, 42, "between 3rd and 11th of 42"),
        (113, 122, 151, "between 113th and 122nd of 151"),
        (7, 7, 42, "7th of 42"),
    ],
)
def test_an_interval_of_ranks_is_read_out(first: int, last: int, of: int, words: str) -> None:
    assert rank_words(first, last, of) == words
