"""Bars of ordered groups and the line of their inequality."""

from dataclasses import replace

import pytest

from hereabouts.doors.web.charts.groups import BOX, GroupBar, GroupChart, draw_groups
from tests.unit.doors.web.charts.reading import (
    HOSTILE,
    classed,
    numbers_within,
    places,
    read,
    text_of,
)


def bar(label: str, value: float | None, share: float = 0.5) -> GroupBar:
    lower, upper = (None, None) if value is None else (value - 1, value + 1)
    return GroupBar(label=label, value=value, lower=lower, upper=upper, share=share)


def chart(*bars: GroupBar, line: tuple[float, float] | None = (45.0, 15.0)) -> GroupChart:
    return GroupChart(
        name="gap", title="By deprivation", description="40 to 20.", sign="%", bars=bars, line=line
    )


TWO = (bar("1", 40.0), bar("2", 20.0))


def test_it_is_one_image_with_a_title_and_a_description() -> None:
    root = read(draw_groups(chart(*TWO)))
    assert root.get("role") == "img"
    assert [one.text for one in root[:2]] == ["By deprivation", "40 to 20."]


def test_bars_stand_on_zero_with_their_limits() -> None:
    made = draw_groups(chart(*TWO))
    first, second = (float(b.get("height", "")) for b in classed(made, "hb-bar__fill"))
    assert first / second == pytest.approx(2.0, abs=0.01)
    assert len(classed(made, "hb-bar__interval")) == 2


def test_the_line_runs_from_the_worst_off_end_to_the_best_off_end() -> None:
    (line,) = classed(draw_groups(chart(*TWO)), "hb-groups__line")
    (left, high), (right, low) = places(line)
    assert (left, right) == (BOX.left, BOX.width - BOX.right)
    assert high < low  # it falls
    made = draw_groups(chart(*TWO))
    assert text_of(made, "hb-chart__axis-title") == ["← Worst off", "Best off →"]


def test_a_group_is_as_wide_as_its_share_of_people() -> None:
    made = draw_groups(chart(bar("1", 40.0, 0.75), bar("2", 20.0, 0.25)))
    first, second = (float(b.get("width", "")) for b in classed(made, "hb-bar__fill"))
    assert first / second == pytest.approx(3.0, abs=0.01)


def test_a_hidden_group_keeps_its_place_without_a_bar() -> None:
    made = draw_groups(chart(bar("1", None), TWO[1], line=None))
    assert len(classed(made, "hb-bar__fill")) == 1
    assert classed(made, "hb-groups__line") == []
    assert [t for t in text_of(made, "hb-chart__tick") if "%" not in t] == ["1", "2"]


@pytest.mark.parametrize("value", [0.0, -5.0, 1e9])
def test_any_values_stay_within_the_picture(value: float) -> None:
    made = draw_groups(chart(bar("1", value), bar("2", value), line=(value, value)))
    numbers_within(made, width=BOX.width, height=BOX.height)


def test_words_from_data_are_only_words() -> None:
    made = draw_groups(replace(chart(bar(HOSTILE, 1.0)), title=HOSTILE))
    assert "<script" not in made
