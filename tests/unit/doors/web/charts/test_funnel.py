"""A funnel plot: its lines, its benchmark, and the areas outside."""

from typing import Any

import pytest

from hereabouts.doors.web.charts.funnel import (
    BOX,
    Funnel,
    FunnelLine,
    FunnelPoint,
    draw_funnel,
)
from tests.unit.doors.web.charts.reading import (
    HOSTILE,
    classed,
    numbers_within,
    places,
    read,
    text_of,
)


def point(size: float, value: float, **chosen: str) -> FunnelPoint:
    return FunnelPoint(size=size, value=value, **({"kind": "ordinary", "shape": "circle"} | chosen))


def funnel(*points: FunnelPoint, **chosen: Any) -> Funnel:
    usual: dict[str, Any] = {
        "name": "funnel",
        "title": "Within 30 minutes, by size",
        "description": "One area of three is outside.",
        "sign": "%",
        "size_title": "People",
        "lines": (
            FunnelLine(confidence="95%", points=((10.0, 80.0), (100.0, 60.0), (200.0, 55.0))),
            FunnelLine(confidence="99.8%", points=((10.0, 200.0), (100.0, 70.0), (200.0, 58.0))),
        ),
        "benchmark": 50.0,
        "benchmark_title": "England",
    }
    return Funnel(points=points, **(usual | chosen))


THREE = (point(50.0, 48.0), point(120.0, 52.0), point(180.0, 75.0, kind="better", shape="up"))


def test_it_is_one_image_with_a_title_and_a_description() -> None:
    root = read(draw_funnel(funnel(*THREE)))
    assert root.get("role") == "img"
    assert [one.text for one in root[:2]] == [
        "Within 30 minutes, by size",
        "One area of three is outside.",
    ]


def test_a_larger_area_lies_further_right_and_a_higher_value_further_up() -> None:
    made = draw_funnel(funnel(*THREE))
    (x1, y1), (x2, y2), (x3, y3) = (places(one)[0] for one in classed(made, "hb-mark"))
    assert x1 < x2 < x3
    assert y1 > y2 > y3
    assert (x3 - x2) / (x2 - x1) == pytest.approx(60 / 70, abs=0.01)


@pytest.mark.parametrize("most", [1_100.0, 1_750.0, 4_200.0, 17_501.0, 0.7])
def test_every_size_on_the_axis_is_within_the_plot(most: float) -> None:
    made = draw_funnel(funnel(point(most / 2, 48.0), point(most, 52.0), lines=()))
    foot = max(float(one.get("y", "0")) for one in classed(made, "hb-chart__tick"))
    sizes = [one for one in classed(made, "hb-chart__tick") if float(one.get("y", "0")) == foot]
    assert len(sizes) >= 3
    assert all(BOX.left <= float(one.get("x", "0")) <= BOX.width - BOX.right for one in sizes)


def test_areas_outside_differ_by_shape_and_lie_on_top() -> None:
    made = draw_funnel(funnel(*reversed(THREE)))
    kinds = [one.get("class") for one in classed(made, "hb-mark")]
    assert kinds == ["hb-mark hb-mark--ordinary"] * 2 + ["hb-mark hb-mark--better"]
    shapes = {one.get("d", "").split("m", 1)[1] for one in classed(made, "hb-mark")}
    assert len(shapes) == 2


def test_each_line_is_named_and_the_outer_ones_are_drawn_otherwise() -> None:
    made = draw_funnel(funnel(*THREE))
    assert text_of(made, "hb-chart__label") == ["99.8% limit", "95% limit", "England"]
    assert len(classed(made, "hb-funnel__line")) == 2
    assert len(classed(made, "hb-funnel__line--outer")) == 1


def test_a_line_that_runs_off_the_picture_is_cut_there() -> None:
    made = draw_funnel(funnel(*THREE))
    inner, outer = classed(made, "hb-funnel__line")
    assert len(places(inner)) == 3
    assert len(places(outer)) == 2  # 200% is far above every area
    numbers_within(made, width=BOX.width, height=BOX.height)


@pytest.mark.parametrize("value", [0.0, 5.0, 1e9])
def test_areas_that_are_all_alike_are_no_fault(value: float) -> None:
    made = draw_funnel(funnel(point(1.0, value), point(1.0, value), benchmark=value, lines=()))
    numbers_within(made, width=BOX.width, height=BOX.height)


def test_words_from_data_are_only_words() -> None:
    made = draw_funnel(funnel(*THREE, title=HOSTILE, benchmark_title=HOSTILE, size_title=HOSTILE))
    assert "<script" not in made
