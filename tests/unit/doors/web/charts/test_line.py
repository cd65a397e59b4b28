"""Lines over time."""

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from hereabouts.doors.web.charts.line import draw_lines
from hereabouts.doors.web.charts.spec import LineChart, Point, Series

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</title><script>alert(1)</script>"


def chart(*values: float | None, **chosen: object) -> LineChart:
    points = tuple(
        Point(
            at=date(2019 + i, 1, 1),
            label=str(2019 + i),
            value=value,
            lower=None if value is None else value - 1,
            upper=None if value is None else value + 1,
        )
        for i, value in enumerate(values)
    )
    settings = {
        "name": "trend",
        "title": "Nurses over time",
        "description": "England: from 1 to 2.",
        "unit": "nurses",
        "decimals": 0,
        "series": (Series(label="England", points=points),),
        "from_zero": True,
    } | chosen
    return LineChart(**settings)  # type: ignore[arg-type]


def drawn(one: LineChart) -> ET.Element:
    return ET.fromstring(draw_lines(one))  # noqa: S314  # our own


def test_it_is_one_image_with_a_title_and_a_description() -> None:
    root = drawn(chart(1.0, 2.0))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "trend-title trend-description"
    found = {one.get("id"): one.text for one in root.iter() if one.get("id")}
    assert found == {
        "trend-title": "Nurses over time",
        "trend-description": "England: from 1 to 2.",
    }
    drawing = root.find("g")
    assert drawing is not None
    assert drawing.get("aria-hidden") == "true"


def test_words_from_data_are_only_words() -> None:
    series = (Series(label=HOSTILE, points=chart(1.0, 2.0).series[0].points),)
    made = draw_lines(chart(1.0, 2.0, title=HOSTILE, description=HOSTILE, series=series))
    assert "<script" not in made
    root = ET.fromstring(made)  # noqa: S314
    title = root.find("title")
    assert title is not None
    assert title.text == HOSTILE


def test_a_missing_value_breaks_the_line_and_is_never_drawn_as_zero() -> None:
    made = draw_lines(chart(5.0, None, 7.0, 8.0))
    assert made.count('class="hb-chart__line"') == 2
    assert made.count("<circle") == 3


@pytest.mark.parametrize(
    "values", [(5.0, 5.0), (0.0, 0.0), (-3.0, -1.0), (1e-7, 2e-7), (1e12, 2e12)]
)
@pytest.mark.parametrize("from_zero", [True, False])
def test_any_values_stay_within_the_picture(values: tuple[float, ...], from_zero: bool) -> None:
    made = draw_lines(chart(*values, from_zero=from_zero))
    assert "nan" not in made
    assert "inf" not in made
    heights = [float(y) for y in re.findall(r'cy="([-\d.]+)"', made)]
    assert all(0 <= y <= 340 for y in heights)


def test_names_at_the_ends_of_lines_do_not_touch() -> None:
    points = chart(1.0, 2.0).series[0].points
    series = tuple(Series(label=f"Area {i}", points=points) for i in range(4))
    made = draw_lines(chart(1.0, 2.0, series=series))
    heights = sorted(
        float(y) for y in re.findall(r'class="hb-chart__label" x="[\d.]+" y="([\d.]+)"', made)
    )
    assert len(heights) == 4
    assert all(high - low >= 19.9 for low, high in pairwise(heights))
