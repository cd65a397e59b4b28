"""What is said of hot spots that cannot be found, and of areas that cannot be compared."""

from collections.abc import Callable
from pathlib import Path

from hereabouts.project import load

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]

MEMBERS = "indicators/library/members.yml"
TITLE = "title: Doggerland\n"
LIKE = TITLE + "similar_areas: {{area_type: {kind}, indicators: [{of}]{more}}}\n"


def test_what_is_asked_for_is_read(place: Path, edit: Edit, said: Say) -> None:
    more = ", count: 5, weights: {library.members: 2}"
    edit("place.yml", TITLE, LIKE.format(kind="area", of="library.members", more=more))
    edit(MEMBERS, "unit: percent", "unit: percent\nhot_spots: yes")
    assert said() == []
    project = load(place)
    similar = project.place.similar_areas
    assert similar is not None
    assert (similar.area_type, similar.count) == ("area", 5)
    assert (similar.indicators, similar.weights) == (("library.members",), {"library.members": 2})
    assert project.indicators["library.members"].hot_spots


def test_fifteen_are_shown_when_not_said(place: Path, edit: Edit) -> None:
    edit("place.yml", TITLE, LIKE.format(kind="area", of="library.members", more=""))
    similar = load(place).place.similar_areas
    assert similar is not None
    assert (similar.count, similar.weights) == (15, {})


def test_a_count_has_no_hot_spots(place: Path, edit: Edit, said: Say) -> None:
    text = (place / MEMBERS).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("denominator", "multi"))]
    count = "\n".join(lines).replace("method: proportion", "method: count")
    (place / MEMBERS).write_text(count + "\nhot_spots: yes\n", "utf-8")
    at = len(lines) + 1
    assert said() == [f"{MEMBERS}:{at} P421 hot spots of counts are where people live"]


def test_hot_spots_need_outlines(edit: Edit, said: Say) -> None:
    edit("place.yml", "    boundaries: geography.area\n", "")
    edit(MEMBERS, "unit: percent", "unit: percent\nhot_spots: yes")
    (one,) = [line for line in said() if "P422" in line]
    assert one.endswith("P422 hot spots are asked for, but no area type has boundaries")


def test_a_kind_of_area_that_is_not_there(edit: Edit, said: Say) -> None:
    edit("place.yml", TITLE, LIKE.format(kind="aera", of="library.members", more=""))
    assert said() == [
        "place.yml:3 P423 unknown area type 'aera'",
        "place.yml:3 P424 'library.members' has no values for areas of type 'aera'",
    ]


def test_an_indicator_that_is_not_there(edit: Edit, said: Say) -> None:
    more = ", weights: {library.members: 2}"
    edit("place.yml", TITLE, LIKE.format(kind="area", of="library.member", more=more))
    assert said() == [
        "place.yml:3 P424 'library.members' has a weight but is not compared",
        "place.yml:3 P424 unknown indicator 'library.member'",
    ]
