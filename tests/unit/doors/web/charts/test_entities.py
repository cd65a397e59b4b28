"""Entities and relations as a picture: every line is there, and no words touch."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from hereabouts.doors.web.charts.entities import draw_entities
from hereabouts.doors.web.charts.spec import EntityChart, EntityLine
from tests.unit.doors.web.charts.reading import HOSTILE, classed, numbers_within, read, text_of

NAMES = "abcde"
HOW = ("has many", "has one", "is part of")
LINES = st.lists(
    st.builds(
        EntityLine,
        start=st.sampled_from(NAMES),
        end=st.sampled_from(NAMES),
        label=st.just("stands to"),
        how=st.sampled_from(HOW),
    ),
    max_size=12,
)


def drawn(*lines: EntityLine, title: str = "Entities") -> Markup:
    chart = EntityChart(
        name="entities",
        title=title,
        description="What there is.",
        titles={name: name.upper() for name in NAMES},
        lines=lines,
    )
    return draw_entities(chart)


def line(start: str, end: str, how: str = "has one", label: str = "has") -> EntityLine:
    return EntityLine(start=start, end=end, label=label, how=how)


def test_every_entity_is_a_box_and_every_relation_has_its_words() -> None:
    picture = drawn(line("a", "b", label="lives in"), line("c", "a", label="owns"))
    assert text_of(picture, "hb-chart__label") == ["A", "B", "C", "D", "E"]
    assert text_of(picture, "hb-chart__tick") == ["lives in", "owns"]


def test_each_way_of_standing_has_an_end_of_its_own() -> None:
    ends = {classed(drawn(line("a", "b", how)), "hb-bar__interval")[-1].get("d") for how in HOW}
    assert len(ends) == len(HOW)


def test_what_data_is_called_is_escaped() -> None:
    picture = drawn(line("a", "b", label=HOSTILE), title=HOSTILE)
    assert "<script>" not in picture
    assert text_of(picture, "hb-chart__tick") == [f"{HOSTILE[:26]}…"]


def test_without_relations_there_are_boxes() -> None:
    assert len(classed(drawn(), "hb-bar__interval")) == len(NAMES)


@settings(max_examples=30)
@given(LINES)
def test_no_words_touch_however_entities_stand_to_each_other(lines: list[EntityLine]) -> None:
    picture = drawn(*lines)
    heights = sorted(float(one.get("y", "")) for one in classed(picture, "hb-chart__tick"))
    assert all(below - above >= 20 for above, below in pairwise(heights))
    width, height = map(float, read(picture).get("viewBox", "").split()[2:])
    numbers_within(picture, width=width, height=height)


@settings(max_examples=30)
@given(LINES)
def test_no_two_lines_share_a_lane_where_they_would_touch(lines: list[EntityLine]) -> None:
    routes = [
        one.get("d", "").replace("L", "M").split("M")[2:4]
        for one in classed(drawn(*lines), "hb-bar__interval")
        if one.get("d", "").count("L") == 3 and not one.get("d", "").endswith("Z")
    ]
    spans = [sorted(tuple(map(float, point.split())) for point in route) for route in routes]
    for number, (top, bottom) in enumerate(spans):
        for other_top, other_bottom in spans[:number]:
            same = top[0] == other_top[0]
            assert not (same and top[1] <= other_bottom[1] and other_top[1] <= bottom[1])
