"""A population pyramid."""

import pytest

from hereabouts.doors.web.charts.pyramid import PyramidBand, PyramidChart, draw_pyramid
from tests.unit.doors.web.charts.reading import HOSTILE, classed, read, text_of

BANDS = (
    PyramidBand(label="0 to 4", female=2.0, male=2.5),
    PyramidBand(label="5 to 9", female=4.0, male=None),
    PyramidBand(label="10 and over", female=0.0, male=5.0),
)


def chart(*bands: PyramidBand, title: str = "People by age and sex") -> PyramidChart:
    said = ("Women and girls", "Men and boys")
    return PyramidChart(
        name="ages", title=title, description="Most are men.", sexes=said, bands=bands
    )


def test_it_is_one_image_with_a_title_and_a_description() -> None:
    root = read(draw_pyramid(chart(*BANDS)))
    assert root.get("role") == "img"
    assert [one.text for one in root[:2]] == ["People by age and sex", "Most are men."]


def test_the_oldest_are_at_the_top_and_the_sexes_are_named() -> None:
    made = draw_pyramid(chart(*BANDS))
    ages = [text for text in text_of(made, "hb-chart__tick") if not text.endswith("%")]
    assert ages == ["10 and over", "5 to 9", "0 to 4"]
    assert text_of(made, "hb-chart__label") == ["Women and girls", "Men and boys"]


def test_both_sides_have_one_scale() -> None:
    made = draw_pyramid(chart(*BANDS))
    women = [float(b.get("width", "")) for b in classed(made, "hb-pyramid__bar--female")]
    men = [float(b.get("width", "")) for b in classed(made, "hb-pyramid__bar--male")]
    assert women[1] / women[2] == pytest.approx(4.0 / 2.0, abs=0.01)
    assert men[0] / women[1] == pytest.approx(5.0 / 4.0, abs=0.01)


def test_women_are_to_the_left_of_men() -> None:
    made = draw_pyramid(chart(*BANDS))
    left = [float(b.get("x", "")) for b in classed(made, "hb-pyramid__bar--female")]
    right = [float(b.get("x", "")) for b in classed(made, "hb-pyramid__bar--male")]
    assert max(left) < min(right)


def test_a_missing_share_has_no_bar_and_nobody_has_one_of_no_width() -> None:
    made = draw_pyramid(chart(*BANDS))
    assert len(classed(made, "hb-pyramid__bar--male")) == 2
    assert classed(made, "hb-pyramid__bar--female")[0].get("width") == "0"


def test_nothing_but_missing_shares_is_no_fault() -> None:
    made = draw_pyramid(chart(PyramidBand(label="0 to 4", female=None, male=None)))
    assert classed(made, "hb-pyramid__bar") == []


def test_words_from_data_are_only_words() -> None:
    assert "<script" not in draw_pyramid(chart(*BANDS, title=HOSTILE))
