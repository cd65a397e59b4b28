"""A dot and its interval for each of a few areas."""

from dataclasses import replace

from hereabouts.doors.web.charts.dots import Dot, DotChart, draw_dots

ONE = Dot(name="Devon", said="40.0%", value=40.0, lower=36.0, upper=44.0)
HIDDEN = Dot(name="Cornwall", said="[c]", value=None, lower=None, upper=None)
CHART = DotChart(
    name="dots",
    title="Within 30 minutes",
    description="Devon: 40.0%.",
    sign="%",
    dots=(ONE, HIDDEN),
    reference=60.0,
)


def test_each_value_is_a_dot_on_a_line_from_limit_to_limit() -> None:
    drawn = str(draw_dots(CHART))
    assert drawn.count("<circle") == 1
    assert drawn.count("hb-bar__interval") == 1
    assert drawn.count("hb-bar__reference") == 1


def test_a_value_that_is_hidden_is_a_marker_beside_the_name() -> None:
    drawn = str(draw_dots(CHART))
    assert "Cornwall" in drawn
    assert "[c]" in drawn


def test_where_nothing_has_a_value_nothing_is_drawn() -> None:
    assert draw_dots(replace(CHART, dots=(HIDDEN,))) is None


def test_a_long_name_is_cut_short_and_a_value_alone_has_no_line() -> None:
    alone = replace(ONE, name="N" * 60, lower=None, upper=None)
    drawn = str(draw_dots(replace(CHART, dots=(alone,), reference=None)))
    assert "…" in drawn
    assert "hb-bar__interval" not in drawn


def test_who_cannot_see_it_is_told_what_it_shows() -> None:
    drawn = str(draw_dots(CHART))
    assert 'role="img"' in drawn
    assert "<desc" in drawn
