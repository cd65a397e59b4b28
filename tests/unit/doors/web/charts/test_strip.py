"""A strip of ticks."""

from hereabouts.doors.web.charts.spec import Strip
from hereabouts.doors.web.charts.strip import MOST_TICKS, draw_strip, thin


def test_every_value_has_a_tick_and_the_marked_one_a_dot() -> None:
    drawn = draw_strip(Strip(values=(1.0, 2.0, 3.0), marked=2.0))
    assert drawn.count("M") == 3 + 1  # and the line they stand on
    assert 'cx="130"' in drawn
    assert 'aria-hidden="true"' in drawn


def test_very_many_values_are_thinned_to_quantiles_that_keep_both_ends() -> None:
    values = tuple(float(value) for value in range(34_753))
    kept = thin(values)
    assert len(kept) == MOST_TICKS
    assert (kept[0], kept[-1]) == (values[0], values[-1])
    assert list(kept) == sorted(kept)


def test_few_values_are_all_kept() -> None:
    assert thin((1.0, 1.0, 2.0)) == (1.0, 1.0, 2.0)


def test_without_a_value_there_is_nothing_to_draw() -> None:
    assert draw_strip(Strip(values=(), marked=None)) == ""


def test_values_that_are_all_equal_are_drawn_in_the_middle() -> None:
    assert 'cx="130"' in draw_strip(Strip(values=(5.0, 5.0), marked=5.0, reference=5.0))
