"""How a reader asks for a map to be coloured."""

import pytest

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.map_asked import asked_for, read_colours
from hereabouts.model.map_colours import PLAIN, Classing, ColourBy, MapColours


def test_what_is_not_asked_is_as_declared() -> None:
    declared = MapColours(colour=ColourBy.CLUSTERS, classes=Classing.JENKS, number=4)
    assert read_colours({}, declared) == declared
    assert read_colours({"colour": "values"}, declared).classes is Classing.JENKS


def test_to_ask_for_classes_is_to_ask_for_others_than_the_given_breaks() -> None:
    declared = MapColours(breaks=(10.0, 20.0))
    assert read_colours({"colour": "values"}, declared).breaks == (10.0, 20.0)
    assert read_colours({"classes": "equal"}, declared).breaks == ()
    assert read_colours({"breaks": "1,2.5"}, declared).breaks == (1.0, 2.5)


@pytest.mark.parametrize(
    "colours",
    [
        PLAIN,
        MapColours(classes=Classing.EQUAL, number=3),
        MapColours(breaks=(-0.5, 1.25, 1e6)),
        MapColours(colour=ColourBy.BENCHMARK, about=42.5),
    ],
)
def test_what_is_written_in_an_address_is_read_back(colours: MapColours) -> None:
    asked = {name: str(said) for name, said in asked_for(colours).items() if said is not None}
    assert read_colours(asked, PLAIN) == colours


@pytest.mark.parametrize(
    ("name", "said", "code"),
    [
        ("colour", "rainbow", "W202"),
        ("classes", "pretty", "W202"),
        ("number", "9", "W202"),
        ("breaks", "3,2,1", "W345"),
        ("breaks", "1,1", "W345"),
        ("breaks", "1,2,3,4,5", "W345"),
        ("breaks", "nan", "W345"),
        ("breaks", "1,<b>", "W345"),
        ("about", "inf", "W345"),
        ("about", "1,2", "W345"),
    ],
)
def test_what_no_map_has_is_a_plain_error(name: str, said: str, code: str) -> None:
    with pytest.raises(AddressError) as problem:
        read_colours({name: said}, PLAIN)
    assert (problem.value.code, problem.value.status) == (code, 400)
