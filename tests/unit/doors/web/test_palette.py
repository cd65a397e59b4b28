"""Colours: a place's own, if they are colours and can be read."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.palette import (
    DARK_GROUND,
    DEFAULT_COLOUR,
    LIGHT_GROUND,
    OF_CLASSES,
    checked,
    favicon_svg,
    ink_on,
    readable,
    readable_on_dark,
    theme_css,
)
from hereabouts.model.contrast import contrast, luminance
from hereabouts.release.reader import ReleaseReader

HOSTILE = (
    *("red", "#12345", "#1234567", "#12436D;}body{display:none", "url(//evil.example)", ""),
    *("#12436D\n", "#12436g", "#１２４３６Ｄ", '"/><script>alert(1)</script>'),
)


@pytest.mark.parametrize("colour", HOSTILE)
def test_only_a_colour_enters_a_style_sheet(reader: ReleaseReader, colour: str) -> None:
    place = replace(reader.manifest.place, colour=colour, accent=colour)
    assert checked(colour, otherwise="#000000") == "#000000"
    css, icon = theme_css(place), favicon_svg(place)
    assert f"--hb-colour: {DEFAULT_COLOUR};" in css
    assert css.count("{") == css.count("}") == 5  # three rules, two of them within a condition
    assert "script" not in icon
    assert "evil" not in css + icon


def test_the_places_own_colours_are_used(reader: ReleaseReader) -> None:
    css = theme_css(replace(reader.manifest.place, colour="#aBcDeF", accent="#005500"))
    assert "--hb-colour: #aBcDeF;" in css
    assert "--hb-on-colour: #0b0c0c;" in css
    assert "--hb-accent: #005500;" in css


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize(
    "colour", ["#ffff00", "#ffffff", "#F46A25", "#12436D", "#000000", "#00ff00"]
)
def test_text_in_any_places_colours_can_be_read(colour: str) -> None:
    assert contrast(readable(colour), LIGHT_GROUND) >= 4.5
    assert contrast(readable_on_dark(colour), DARK_GROUND) >= 4.5
    assert contrast(ink_on(colour), colour) >= 4.5
    if contrast(colour, LIGHT_GROUND) >= 4.5:
        assert readable(colour) == colour


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_text_in_any_colour_at_all_can_be_read_on_light_pages_and_dark(colour: str) -> None:
    assert contrast(readable(colour), LIGHT_GROUND) >= 4.5
    assert contrast(readable_on_dark(colour), DARK_GROUND) >= 4.5


def test_a_dark_page_is_the_systems_or_the_readers_choice_and_never_on_paper_or_in_a_frame(
    reader: ReleaseReader,
) -> None:
    css = theme_css(replace(reader.manifest.place, colour="#005500"))
    light, by_system, by_choice = css.split("@media screen")
    assert "--hb-colour-text: #005500;" in light
    assert by_system.startswith(" and (prefers-color-scheme: dark)")
    assert ':root:not([data-hb-scheme="light"], .hb-embed)' in by_system
    assert ':root[data-hb-scheme="dark"]:not(.hb-embed)' in by_choice
    for dark in (by_system, by_choice):
        assert f"--hb-colour-text: {readable_on_dark('#005500')};" in dark


def test_more_is_darker_however_many_classes_there_are() -> None:
    for count, palette in OF_CLASSES.items():
        assert len(set(palette)) == count
        assert all(luminance(one) > luminance(other) for one, other in pairwise(palette))
