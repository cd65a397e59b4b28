import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.model.indicator import Polarity
from hereabouts.statistics.comparison import (
    Comparison,
    compare_at_two_levels,
    compare_to_benchmark,
)
from hereabouts.statistics.intervals import Limits

ABOVE_BELOW_ROUND = Limits(np.array([11.0, 5.0, 8.0]), np.array([15.0, 9.0, 12.0]))
TEN = np.full(3, 10.0)
POSITION = st.floats(-100, 100)


@pytest.mark.parametrize(
    ("better", "expected"),
    [
        (Polarity.HIGHER, [Comparison.BETTER, Comparison.WORSE, Comparison.SIMILAR]),
        (Polarity.LOWER, [Comparison.WORSE, Comparison.BETTER, Comparison.SIMILAR]),
        (Polarity.NEITHER, [Comparison.HIGHER, Comparison.LOWER, Comparison.SIMILAR]),
    ],
)
def test_a_value_differs_where_the_benchmark_is_outside_its_limits(
    better: Polarity, expected: list[Comparison]
) -> None:
    assert list(compare_to_benchmark(ABOVE_BELOW_ROUND, TEN, better=better)) == expected
    assert list(compare_to_benchmark(ABOVE_BELOW_ROUND, 10, better=better)) == expected


def test_a_benchmark_on_a_limit_is_similar() -> None:
    limits = Limits(np.array([10.0, 5.0]), np.array([12.0, 10.0]))
    assert set(compare_to_benchmark(limits, 10, better=Polarity.HIGHER)) == {Comparison.SIMILAR}


def test_nothing_is_said_of_what_is_missing() -> None:
    limits = Limits(np.array([np.nan, 5.0, 5.0]), np.array([12.0, np.nan, 6.0]))
    codes = compare_to_benchmark(limits, np.array([10, 10, np.nan]), better=Polarity.HIGHER)
    assert set(codes) == {Comparison.MISSING}


def test_five_levels_say_how_sure_a_difference_is() -> None:
    at_95 = Limits(np.array([11.0, 11.0, 9.0, np.nan]), np.array([13.0, 15.0, 12.0, np.nan]))
    at_998 = Limits(np.array([10.5, 9.0, 8.0, np.nan]), np.array([14.0, 16.0, 13.0, np.nan]))
    found = compare_at_two_levels(at_95, at_998, 10, better=Polarity.LOWER)
    assert list(found.comparison) == [
        Comparison.WORSE,
        Comparison.WORSE,
        Comparison.SIMILAR,
        Comparison.MISSING,
    ]
    np.testing.assert_array_equal(found.confidence, [0.998, 0.95, np.nan, np.nan])


def test_without_limits_at_99_8_a_difference_is_as_sure_as_95() -> None:
    at_998 = Limits(np.array([np.nan]), np.array([16.0]))
    found = compare_at_two_levels(
        Limits(np.array([11.0]), np.array([13.0])), at_998, 10, better=Polarity.NEITHER
    )
    assert (found.comparison[0], found.confidence[0]) == (Comparison.HIGHER, 0.95)


@given(st.tuples(POSITION, POSITION).map(sorted), POSITION)
def test_polarity_turns_better_into_worse_and_never_into_similar(
    ends: list[float], benchmark: float
) -> None:
    limits = Limits(np.array(ends[:1]), np.array(ends[1:]))
    up, down, neither = (
        compare_to_benchmark(limits, benchmark, better=better)[0] for better in Polarity
    )
    turned = {
        Comparison.BETTER: (Comparison.WORSE, Comparison.HIGHER),
        Comparison.WORSE: (Comparison.BETTER, Comparison.LOWER),
        Comparison.SIMILAR: (Comparison.SIMILAR, Comparison.SIMILAR),
    }
    assert (down, neither) == turned[Comparison(up)]


@given(st.lists(POSITION, min_size=4, max_size=4).map(sorted), POSITION)
def test_what_is_sure_at_99_8_is_sure_at_95(ends: list[float], benchmark: float) -> None:
    outer_low, low, high, outer_high = (np.array([end]) for end in ends)
    found = compare_at_two_levels(
        Limits(low, high), Limits(outer_low, outer_high), benchmark, better=Polarity.HIGHER
    )
    similar = bool(found.comparison[0] == Comparison.SIMILAR)
    assert bool(np.isnan(found.confidence[0])) is similar


@pytest.mark.parametrize("ends", [(1.0, 9.0), (0.0, 8.0)])
def test_levels_the_wrong_way_round_are_refused(ends: tuple[float, float]) -> None:
    wide, narrow = Limits(np.zeros(1), np.full(1, 9.0)), Limits(*(np.full(1, end) for end in ends))
    with pytest.raises(DataError) as caught:
        compare_at_two_levels(wide, narrow, 4, better=Polarity.HIGHER)
    assert caught.value.code == "Q745"


def test_benchmarks_that_do_not_line_up_are_refused() -> None:
    with pytest.raises(DataError) as caught:
        compare_to_benchmark(ABOVE_BELOW_ROUND, np.array([10.0]), better=Polarity.HIGHER)
    assert caught.value.code == "Q741"
