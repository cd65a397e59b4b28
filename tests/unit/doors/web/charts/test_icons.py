"""Marks and icons: told apart without colour, and in colours that can be read."""

from itertools import combinations

import pytest

from hereabouts.doors.web.charts.icons import (
    ASSURANCES,
    VARIATIONS,
    assurance_icon,
    variation_icon,
)
from hereabouts.doors.web.charts.shapes import KINDS, SHAPES, key_mark, mark
from hereabouts.doors.web.palette import JUDGED, SEQUENTIAL, theme_css
from hereabouts.model.contrast import contrast, luminance
from hereabouts.release.reader import ReleaseReader
from tests.unit.doors.web.charts.reading import classed, read

#: How red, green and blue are seen without red, or green, cones.
#: Source: Machado, Oliveira and Fernandes (2009), severity 1.
SEEN_WITHOUT = {
    "red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998)),
    "green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
              (-0.011820, 0.042940, 0.968881)),
}  # fmt: skip


def parts(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def distance(one: str, other: str, cones: str) -> float:
    """How far apart two colours are seen, of a most of about 1.7."""
    seen = [
        [sum(w * p for w, p in zip(row, parts(colour), strict=True)) for row in SEEN_WITHOUT[cones]]
        for colour in (one, other)
    ]
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


def test_every_mark_has_a_path_of_its_own() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES)


@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_is_where_it_is_put_and_coloured_by_its_kind(kind: str) -> None:
    made = mark("up", x=10.0, y=20.0, kind=kind)
    assert read(made).get("d", "").startswith("M10.0 20.0m")
    assert read(made).get("class") == f"hb-mark hb-mark--{kind}"
    assert len(classed(key_mark("up", kind=kind), f"hb-mark--{kind}")) == 1


def test_icons_of_opposite_meaning_differ_without_colour() -> None:
    """Rising for the better and rising for the worse differ by colour and by the words beside."""
    lines = {name: line for name, (_kind, line) in VARIATIONS.items()}
    assert lines["improvement_high"] != lines["improvement_low"]
    assert lines["common"] not in (lines["improvement_high"], lines["improvement_low"])
    assert len({line for _kind, line in ASSURANCES.values()}) == len(ASSURANCES)


def test_icons_are_hidden_from_screen_readers_as_the_words_are_beside_them() -> None:
    for made in [*map(variation_icon, VARIATIONS), *map(assurance_icon, ASSURANCES)]:
        assert read(made).get("aria-hidden") == "true"
        assert read(made).get("class", "").split()[1].removeprefix("hb-icon--") in KINDS


@pytest.mark.parametrize("colour", JUDGED.values())
def test_judged_colours_can_be_read_on_white(colour: str) -> None:
    assert contrast(colour, "#ffffff") >= 4.5


@pytest.mark.parametrize("cones", SEEN_WITHOUT)
def test_better_and_worse_stay_apart_for_those_who_see_fewer_colours(cones: str) -> None:
    apart = {
        (one, other): distance(JUDGED[one], JUDGED[other], cones)
        for one, other in combinations(("better", "worse"), 2)
    }
    assert min(apart.values()) > 0.4
    assert distance("#ff0000", "#00a000", "green") < 0.4  # red and green would not


def test_the_sheet_of_the_place_has_the_judged_colours(reader: ReleaseReader) -> None:
    css = theme_css(reader.manifest.place)
    assert all(f"--hb-{name}: {colour};" in css for name, colour in JUDGED.items())


def test_the_maps_colours_grow_darker() -> None:
    assert sorted(map(luminance, SEQUENTIAL), reverse=True) == [*map(luminance, SEQUENTIAL)]
