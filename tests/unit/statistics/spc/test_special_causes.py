"""The rules, with the literal cases of NHSRplotthedots' test-ptd_calculate_point_type.R."""

import numpy as np
import pytest

from hereabouts.statistics.spc.process_limits import ProcessLimits
from hereabouts.statistics.spc.special_causes import SpecialCause, special_causes

C, M = SpecialCause.COMMON_CAUSE, SpecialCause.MISSING
UP, DOWN = SpecialCause.RISING_TREND, SpecialCause.FALLING_TREND
NEAR, LOW_NEAR = SpecialCause.TWO_IN_THREE_HIGH, SpecialCause.TWO_IN_THREE_LOW
HIGH, LOW = SpecialCause.RUN_ABOVE_MEAN, SpecialCause.RUN_BELOW_MEAN


def causes(values: list[float], starts: tuple[int, ...] = ()) -> list[SpecialCause]:
    """Of values about a mean of 0, with near limits at 20 and limits at 30."""
    column = np.array(values, dtype=np.float64)
    flags = np.zeros(len(values), dtype=np.intp)
    flags[list(starts)] = 1
    mean, low, high, near_low, near_high = (
        np.full(len(values), line) for line in (0.0, -30.0, 30.0, -20.0, 20.0)
    )
    basis = np.full(len(values), len(values))
    lines = ProcessLimits(mean, low, high, near_low, near_high, basis)
    return [SpecialCause(code) for code in special_causes(column, np.cumsum(flags), lines)]


def test_a_point_outside_a_limit_is_picked_out_and_one_on_it_is_not() -> None:
    found = causes([31, 30, -30, -31])
    assert found == [SpecialCause.ABOVE_UPPER_LIMIT, C, C, SpecialCause.BELOW_LOWER_LIMIT]


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ([1] * 6, [C] * 6),
        ([1] * 6 + [-1], [C] * 7),
        ([1] * 7 + [-1], [HIGH] * 7 + [C]),
        ([1] * 8 + [-1], [HIGH] * 8 + [C]),
        ([-1] * 8 + [1], [LOW] * 8 + [C]),
        ([-1, *[1] * 8, -1], [C, *[HIGH] * 8, C]),
        ([1, 1, 1, 0, 1, 1, 1, 1], [C] * 8),  # a point on the mean breaks a run
        ([0] * 8, [C] * 8),
    ],
)
def test_seven_points_on_one_side_of_the_mean(
    side: list[float], expected: list[SpecialCause]
) -> None:
    assert causes(side) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([-3, -2, -1, 1, 2, 3], [C] * 6),
        ([-3, -2, -1, 0, 0, 1, 2, 3], [C] * 8),  # a tie breaks a trend
        ([-3, -2, -1, 0, 1, 2, 3], [UP] * 7),
        ([3, 2, 1, 0, -1, -2, -3], [DOWN] * 7),
        ([-2, -3, -2, -1, 0, 1, 2, 3, -1], [C, *[UP] * 7, C]),
        ([-3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3], [UP] * 6 + [DOWN] * 7),
    ],
)
def test_seven_points_in_a_trend(values: list[float], expected: list[SpecialCause]) -> None:
    assert causes(values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([25, 1, 25], [NEAR, C, NEAR]),
        ([1, 25, 25], [C, NEAR, NEAR]),
        ([-25, -25, -1], [LOW_NEAR, LOW_NEAR, C]),
        ([25, -1, 25], [C, C, C]),  # all three are on one side
        ([25, 25], [C, C]),  # two are not three
        ([25, 1, 1, 25], [C, C, C, C]),
        ([25, 1, 1, 25, 25], [C, C, C, NEAR, NEAR]),
        ([20, 1, 20], [C, C, C]),  # on the near limit is not past it
    ],
)
def test_two_points_in_three_near_a_limit(
    values: list[float], expected: list[SpecialCause]
) -> None:
    assert causes(values) == expected


@pytest.mark.parametrize("between", [[-3], [3]])
def test_the_end_of_a_trend_is_of_that_trend_though_another_begins_at_the_next_point(
    between: list[float],
) -> None:
    # NHSRplotthedots calls the 3 at the end of the rise falling: by the step that follows it.
    second = [-2, -1, 0, 1, 2, 3] if between == [-3] else [2, 1, 0, -1, -2, -3]
    expected = [UP] * 14 if between == [-3] else [UP] * 7 + [DOWN] * 7
    assert causes([-3, -2, -1, 0, 1, 2, 3, *between, *second]) == expected


def test_a_limit_comes_before_a_trend_and_a_trend_before_a_run() -> None:
    found = causes([1, 2, 3, 4, 5, 6, 31])
    assert found == [UP] * 6 + [SpecialCause.ABOVE_UPPER_LIMIT]


@pytest.mark.parametrize("values", [[1, 3, 2, 4, 1, 2, 1, 3], [-3, -2, -1, 0, 1, 2, 3, 4]])
@pytest.mark.parametrize("start", [2, 4, 6])
def test_no_pattern_runs_over_the_start_of_a_group(values: list[float], start: int) -> None:
    assert set(causes(values)) != {C}
    assert causes(values, starts=(start,)) == [C] * 8


def test_no_two_in_three_runs_over_the_start_of_a_group() -> None:
    assert causes([25, 25, 1], starts=(2,)) == [C, C, C]


def test_a_missing_point_is_missing_and_breaks_every_pattern() -> None:
    nan = float("nan")
    assert causes([1, 2, 3, nan, 1, 2, 3, 4]) == [C] * 3 + [M] + [C] * 4
    assert causes([25, nan, 25]) == [C, M, C]


@pytest.mark.parametrize("length", [0, 1, 2])
def test_a_series_too_short_for_any_pattern_is_common_cause(length: int) -> None:
    assert causes([25] * length) == [C] * length
