"""Colours: a place's own, if they are colours and can be read."""

from dataclasses import replace
from itertools import pairwise

import pytest

from hereabouts.doors.web.palette import (
    DEFAULT_COLOUR,
    OF_CLASSES,
    checked,
    contrast,
    favicon_svg,
    ink_on,
    luminance,
    readable,
    theme_css,
)
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
    assert css.count("{") == css.count("}") == 1
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
    assert contrast(readable(colour), "#ffffff") >= 4.5
    assert contrast(ink_on(colour), colour) >= 4.5
    if contrast(colour, "#ffffff") >= 4.5:
        assert readable(colour) == colour


def test_more_is_darker_however_many_classes_there_are() -> None:
    for count, palette in OF_CLASSES.items():
        assert len(set(palette)) == count
        assert all(luminance(one) > luminance(other) for one, other in pairwise(palette))
