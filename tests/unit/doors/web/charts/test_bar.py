"""Bars and strips: pictures beside numbers, hidden from those who hear the numbers."""

import re

import pytest

from hereabouts.doors.web.charts.bar import draw_bar
from hereabouts.doors.web.charts.spec import Bar, Strip
from hereabouts.doors.web.charts.strip import MOST_TICKS, draw_strip, thin


def bar(value: float, **chosen: float | bool | None) -> str:
    settings = {"lower": None, "upper": None, "low": -10.0, "high": 10.0} | chosen
    return str(draw_bar(Bar(value=value, **settings)))  # type: ignore[arg-type]


def test_a_bar_is_hidden_from_screen_readers_as_the_number_is_beside_it() -> None:
    assert 'aria-hidden="true"' in bar(1.0)
    assert 'focusable="false"' in bar(1.0)


@pytest.mark.parametrize("value", [-10.0, -3.0, 0.0, 4.0, 10.0])
def test_a_bar_runs_from_zero_to_its_value_whichever_side_it_is(value: float) -> None:
    found = re.search(r'<rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"', bar(value))
    assert found is not None
    left, width = map(float, found.groups())
    assert width == pytest.approx(max(abs(value) * 10.8, 1.0), abs=0.11)
    assert left == pytest.approx(110 + min(value, 0) * 10.8, abs=0.11)


def test_an_interval_is_drawn_only_with_both_ends() -> None:
    assert "hb-bar__interval" in bar(1.0, lower=0.0, upper=2.0)
    assert "hb-bar__interval" not in bar(1.0, lower=0.0)


def test_very_many_values_keep_their_ends_in_a_strip() -> None:
    values = tuple(map(float, range(34_753)))
    thinned = thin(values)
    assert len(thinned) == MOST_TICKS
    assert (thinned[0], thinned[-1]) == (values[0], values[-1])
    assert thin((1.0, 2.0)) == (1.0, 2.0)


def test_a_strip_of_nothing_is_nothing_and_of_one_value_is_no_fault() -> None:
    assert draw_strip(Strip(values=(), marked=None)) == ""
    assert "nan" not in draw_strip(Strip(values=(5.0,), marked=5.0))
    assert draw_strip(Strip(values=(1.0, 2.0), marked=None)).count("<circle") == 0
    assert draw_strip(Strip(values=(1.0, 2.0), marked=1.5)).count("<circle") == 1
