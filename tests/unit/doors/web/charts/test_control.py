"""A control chart: its lines, its marks, and where a process was begun anew."""

from collections.abc import Iterable
from typing import Any

import pytest

from hereabouts.doors.web.charts.control import BOX, ControlChart, ControlPoint, draw_control
from tests.unit.doors.web.charts.reading import (
    HOSTILE,
    classed,
    numbers_within,
    places,
    read,
    text_of,
)


def points(values: Iterable[float | None], **chosen: Any) -> tuple[ControlPoint, ...]:
    lines = {"mean": 5.0, "lower": 2.0, "upper": 8.0}
    usual: dict[str, Any] = {"kind": "ordinary", "shape": "circle", **lines}
    return tuple(
        ControlPoint(label=f"M{i}", value=value, stretch=0, **(usual | chosen))
        for i, value in enumerate(values)
    )


def chart(some: tuple[ControlPoint, ...], **chosen: Any) -> ControlChart:
    words = {"name": "spc", "title": "Waits", "description": "Mean 5."}
    usual: dict[str, Any] = {**words, "sign": "", "target": None}
    return ControlChart(points=some, **(usual | chosen))


def test_it_is_one_image_with_a_title_and_a_description() -> None:
    root = read(draw_control(chart(points([4.0, 6.0]))))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "spc-title spc-description"
    assert [one.text for one in root[:2]] == ["Waits", "Mean 5."]
    assert root[2].get("aria-hidden") == "true"


def test_the_mean_lies_half_way_between_equal_limits() -> None:
    made = draw_control(chart(points([4.0, 6.0, 5.0])))
    (mean,) = classed(made, "hb-control__mean")
    lower, upper = classed(made, "hb-control__limit")
    height = {name: places(one)[0][1] for name, one in (("m", mean), ("l", lower), ("u", upper))}
    assert height["u"] < height["m"] < height["l"]  # up is a smaller number
    assert height["m"] == pytest.approx((height["l"] + height["u"]) / 2, abs=0.1)


def test_a_rebased_process_has_lines_of_its_own_that_do_not_join() -> None:
    before = points([4.0, 6.0, 5.0])
    after = tuple(
        ControlPoint(
            label=f"N{i}", value=11.0, kind="ordinary", shape="circle",
            mean=11.0, lower=9.0, upper=13.0, stretch=1,
        )
        for i in range(3)
    )  # fmt: skip
    made = draw_control(chart(before + after))
    one, other = (places(line) for line in classed(made, "hb-control__mean"))
    assert one[1][0] == pytest.approx(other[0][0])  # they meet where the new one begins
    assert one[0][1] == one[1][1] != other[0][1]
    assert len(classed(made, "hb-control__rebase")) == 1
    assert len(classed(draw_control(chart(before)), "hb-control__rebase")) == 0


def test_a_missing_value_has_no_mark_and_breaks_the_line() -> None:
    made = draw_control(chart(points([4.0, None, 6.0, 5.0])))
    assert len(classed(made, "hb-mark")) == 3
    assert [len(places(line)) for line in classed(made, "hb-control__line")] == [1, 2]


@pytest.mark.parametrize(
    ("kind", "shape"), [("better", "up"), ("worse", "down"), ("neither", "diamond")]
)
def test_a_special_point_differs_by_colour_and_by_shape(kind: str, shape: str) -> None:
    some = points([4.0]) + points([9.0], kind=kind, shape=shape)
    ordinary, special = classed(draw_control(chart(some)), "hb-mark")
    assert ordinary.get("class") != special.get("class")
    drawn = [one.get("d", "").split("m", 1)[1] for one in (ordinary, special)]
    assert drawn[0] != drawn[1]


def test_lines_are_named_at_their_ends_and_the_target_only_where_there_is_one() -> None:
    some = points([4.0, 6.0])
    names = ["Upper limit", "Mean", "Lower limit"]
    assert text_of(draw_control(chart(some)), "hb-chart__label") == names
    aimed = draw_control(chart(some, target=9.0))
    assert text_of(aimed, "hb-chart__label") == ["Target", *names]
    assert len(classed(aimed, "hb-control__target")) == 1


def test_without_limits_no_line_is_drawn() -> None:
    made = draw_control(chart(points([4.0, 6.0], mean=5.0, lower=None, upper=None)))
    assert classed(made, "hb-control__limit") == []
    assert text_of(made, "hb-chart__label") == ["Mean"]


@pytest.mark.parametrize("values", [(5.0, 5.0), (0.0, 0.0), (-3.0, -1.0), (1e12, 2e12), (None,)])
def test_any_values_stay_within_the_picture(values: tuple[float | None, ...]) -> None:
    made = draw_control(chart(points(values, mean=None, lower=None, upper=None), target=1.0))
    numbers_within(made, width=BOX.width, height=BOX.height)


def test_words_from_data_are_only_words() -> None:
    made = draw_control(chart(points([1.0]), title=HOSTILE, description=HOSTILE))
    assert "<script" not in made
    assert read(made)[0].text == HOSTILE
