"""From values to pixels."""

import pytest

from hereabouts.doors.web.charts.scale import Scale, decimals_of, ticks


def test_values_lie_on_a_straight_line() -> None:
    scale = Scale(0.0, 10.0, 100.0, 0.0)
    assert (scale.at(0), scale.at(5), scale.at(10)) == (100.0, 50.0, 0.0)


def test_where_all_values_are_one_it_is_in_the_middle() -> None:
    assert Scale(3.0, 3.0, 0.0, 10.0).at(3.0) == 5.0


@pytest.mark.parametrize(
    ("low", "high"),
    [(0, 1), (0, 100), (-5, 5), (37, 41), (0.001, 0.002), (5, 5), (0, 0), (-7, -7), (1, 1e9)],
)
def test_ticks_are_few_round_and_hold_every_value(low: float, high: float) -> None:
    marks = ticks(low, high)
    assert marks[0] <= low
    assert marks[-1] >= high
    assert 2 <= len(marks) <= 9
    assert all(round(mark, decimals_of(marks)) == mark for mark in marks)
