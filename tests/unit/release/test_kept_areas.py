"""Areas of a release in memory."""

from hereabouts.release.kept_areas import KeptAreas, keep_areas

ORDER = ("ward", "town", "land")
AREAS = [
    ("ward", "W2", "Brook", 2),
    ("ward", "W1", "Brook", 1),
    ("ward", "W3", "Ash", 3),
    ("town", "T1", "Elm", 1),
    ("land", "L1", "Oak", 1),
]
LIES = [
    *(("ward", code, "land", "L1") for code in ("W1", "W2", "W3")),
    *(("ward", code, "town", "T1") for code in ("W3", "W2", "W1")),
    ("ward", "W1", "town", "elsewhere"),
    ("town", "T1", "land", "L1"),
]


def kept() -> KeptAreas:
    return keep_areas(AREAS, LIES, order=ORDER)


def test_areas_of_a_type_are_in_number_order() -> None:
    assert [area.code for area in kept().of_type("ward")] == ["W1", "W2", "W3"]
    assert kept().of_type("county") == ()


def test_what_an_area_lies_in_comes_smallest_first_and_what_is_no_area_is_left_out() -> None:
    assert [area.code for area in kept().parents("ward", "W1")] == ["T1", "L1"]
    assert kept().parents("land", "L1") == ()
    assert kept().parents("ward", "W9") == ()


def test_what_lies_in_an_area_is_by_name_then_by_code() -> None:
    assert [area.code for area in kept().children("town", "T1", "ward")] == ["W3", "W1", "W2"]
    assert [area.code for area in kept().children("land", "L1", "town")] == ["T1"]
    assert kept().children("ward", "W1", "town") == ()


def test_an_area_of_another_type_with_the_same_code_is_another() -> None:
    assert kept().area("ward", "W1") == kept().of_type("ward")[0]
    assert kept().area("town", "W1") is None
    assert kept().area("county", "W1") is None
